// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { base, hasOwn, isPlain } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "code",
    "message",
  ]),
  forbidden: /* @__PURE__ */ new Map(),
};

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.code === undefined) || (!((plain && base.code === undefined || hasOwn.call(data, "code"))))){
const err0 = {instancePath:"",keyword:"required",params:{missingProperty: "code"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.message === undefined) || (!((plain && base.message === undefined || hasOwn.call(data, "message"))))){
const err1 = {instancePath:"",keyword:"required",params:{missingProperty: "message"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.code !== undefined && (plain && base.code === undefined || hasOwn.call(data, "code"))){
if(typeof data.code !== "string"){
const err2 = {instancePath:"/code",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.message !== undefined && (plain && base.message === undefined || hasOwn.call(data, "message"))){
if(typeof data.message !== "string"){
const err3 = {instancePath:"/message",keyword:"type",params:{type: "string"}};
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
if(true && key0 !== "code" && key0 !== "message" && data[key0] !== undefined && hasOwn.call(data, key0)){
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
