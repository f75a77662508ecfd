// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { base, baseOf, hasOwn } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "type",
    "text",
    "requiresSignature",
  ]),
  forbidden: /* @__PURE__ */ new Map(),
};

export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.text === undefined) || (!((base.text === undefined && baseOf(data) === base || hasOwn.call(data, "text"))))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "text"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.type !== undefined && (base.type === undefined && baseOf(data) === base || hasOwn.call(data, "type"))){
let data0 = data.type;
if(typeof data0 === "string"){
if(data0 !== "cardholder" && data0 !== "merchant"){
const err1 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/values",keyword:"values",params:{values: ["cardholder", "merchant"]}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.text !== undefined && (base.text === undefined && baseOf(data) === base || hasOwn.call(data, "text"))){
if(typeof data.text !== "string"){
const err3 = {instancePath:instancePath+"/text",schemaPath:"#/properties/text/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.requiresSignature !== undefined && (base.requiresSignature === undefined && baseOf(data) === base || hasOwn.call(data, "requiresSignature"))){
if(typeof data.requiresSignature !== "boolean"){
const err4 = {instancePath:instancePath+"/requiresSignature",schemaPath:"#/properties/requiresSignature/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(typeof data.toJSON === "function" && !(base.toJSON === undefined && baseOf(data) === base || hasOwn.call(data, "toJSON"))){
const err5 = {instancePath,schemaPath:"#/closed",keyword:"closed",params:{property: "toJSON", closed}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(true && key0 !== "type" && key0 !== "text" && key0 !== "requiresSignature" && data[key0] !== undefined && hasOwn.call(data, key0)){
const err6 = {instancePath,schemaPath:"#/closed",keyword:"closed",params:{property: key0, closed}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate.errors = vErrors;
return errors === 0;
}
