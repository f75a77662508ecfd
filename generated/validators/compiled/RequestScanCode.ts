// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { base, hasOwn, isPlain } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "required",
    "requestTitle",
  ]),
  forbidden: /* @__PURE__ */ new Map(),
};

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.required === undefined) || (!((plain && base.required === undefined || hasOwn.call(data, "required"))))){
const err0 = {instancePath:"",keyword:"required",params:{missingProperty: "required"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.requestTitle === undefined) || (!((plain && base.requestTitle === undefined || hasOwn.call(data, "requestTitle"))))){
const err1 = {instancePath:"",keyword:"required",params:{missingProperty: "requestTitle"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.required !== undefined && (plain && base.required === undefined || hasOwn.call(data, "required"))){
if(typeof data.required !== "boolean"){
const err2 = {instancePath:"/required",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.requestTitle !== undefined && (plain && base.requestTitle === undefined || hasOwn.call(data, "requestTitle"))){
if(typeof data.requestTitle !== "string"){
const err3 = {instancePath:"/requestTitle",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(typeof data.toJSON === "function" && !(plain && base.toJSON === undefined || hasOwn.call(data, "toJSON"))){
const err4 = {instancePath:"",keyword:"closed",params:{property: "toJSON", closed}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(true && key0 !== "required" && key0 !== "requestTitle" && data[key0] !== undefined && hasOwn.call(data, key0)){
const err5 = {instancePath:"",keyword:"closed",params:{property: key0, closed}};
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
const err6 = {instancePath:"",keyword:"type",params:{type: "object"}};
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
