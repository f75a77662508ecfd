// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { hasOwn } from "../formats.js";

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
if((data.text === undefined) || (!(hasOwn.call(data, "text")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "text"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.type !== undefined && hasOwn.call(data, "type")){
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
if(data.text !== undefined && hasOwn.call(data, "text")){
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
if(data.requiresSignature !== undefined && hasOwn.call(data, "requiresSignature")){
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
for(const key0 of Object.keys(data)){
if(!closed.known.has(key0) && data[key0] !== undefined){
const err5 = {instancePath,schemaPath:"#/closed",keyword:"closed",params:{property: key0, closed}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate.errors = vErrors;
return errors === 0;
}
