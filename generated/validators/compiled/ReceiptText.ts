// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { base, hasOwn, isPlain } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "type",
    "text",
    "requiresSignature",
  ]),
  forbidden: /* @__PURE__ */ new Map(),
};

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.text === undefined) || (!((plain && base.text === undefined || hasOwn.call(data, "text"))))){
const err0 = {instancePath:"",keyword:"required",params:{missingProperty: "text"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.type !== undefined && (plain && base.type === undefined || hasOwn.call(data, "type"))){
let data0 = data.type;
if(typeof data0 === "string"){
if(data0 !== "cardholder" && data0 !== "merchant"){
const err1 = {instancePath:"/type",keyword:"values",params:{values: ["cardholder", "merchant"]}};
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
const err2 = {instancePath:"/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.text !== undefined && (plain && base.text === undefined || hasOwn.call(data, "text"))){
if(typeof data.text !== "string"){
const err3 = {instancePath:"/text",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.requiresSignature !== undefined && (plain && base.requiresSignature === undefined || hasOwn.call(data, "requiresSignature"))){
if(typeof data.requiresSignature !== "boolean"){
const err4 = {instancePath:"/requiresSignature",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(typeof data.toJSON === "function" && !(plain && base.toJSON === undefined || hasOwn.call(data, "toJSON"))){
const err5 = {instancePath:"",keyword:"closed",params:{property: "toJSON", closed}};
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
const err6 = {instancePath:"",keyword:"closed",params:{property: key0, closed}};
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
const err7 = {instancePath:"",keyword:"type",params:{type: "object"}};
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
