// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { base, hasOwn, isPlain } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "customActionId",
    "buttonCaption",
  ]),
  forbidden: /* @__PURE__ */ new Map(),
};

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.customActionId === undefined) || (!((plain && base.customActionId === undefined || hasOwn.call(data, "customActionId"))))){
const err0 = {instancePath:"",keyword:"required",params:{missingProperty: "customActionId"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.buttonCaption === undefined) || (!((plain && base.buttonCaption === undefined || hasOwn.call(data, "buttonCaption"))))){
const err1 = {instancePath:"",keyword:"required",params:{missingProperty: "buttonCaption"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.customActionId !== undefined && (plain && base.customActionId === undefined || hasOwn.call(data, "customActionId"))){
if(typeof data.customActionId !== "string"){
const err2 = {instancePath:"/customActionId",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.buttonCaption !== undefined && (plain && base.buttonCaption === undefined || hasOwn.call(data, "buttonCaption"))){
if(typeof data.buttonCaption !== "string"){
const err3 = {instancePath:"/buttonCaption",keyword:"type",params:{type: "string"}};
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
if(true && key0 !== "customActionId" && key0 !== "buttonCaption" && data[key0] !== undefined && hasOwn.call(data, key0)){
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
