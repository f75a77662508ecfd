// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { hasOwn } from "../formats.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "customActionId",
    "buttonCaption",
  ]),
  forbidden: /* @__PURE__ */ new Map(),
};

export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.customActionId === undefined) || (!(hasOwn.call(data, "customActionId")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "customActionId"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.buttonCaption === undefined) || (!(hasOwn.call(data, "buttonCaption")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "buttonCaption"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.customActionId !== undefined && hasOwn.call(data, "customActionId")){
if(typeof data.customActionId !== "string"){
const err2 = {instancePath:instancePath+"/customActionId",schemaPath:"#/properties/customActionId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.buttonCaption !== undefined && hasOwn.call(data, "buttonCaption")){
if(typeof data.buttonCaption !== "string"){
const err3 = {instancePath:instancePath+"/buttonCaption",schemaPath:"#/properties/buttonCaption/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
for(const key0 of Object.keys(data)){
if(!closed.known.has(key0) && data[key0] !== undefined){
const err4 = {instancePath,schemaPath:"#/closed",keyword:"closed",params:{property: key0, closed}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate.errors = vErrors;
return errors === 0;
}
