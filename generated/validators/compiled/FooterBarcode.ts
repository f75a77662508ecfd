// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { hasOwn } from "../formats.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "codeType",
    "code",
  ]),
  forbidden: /* @__PURE__ */ new Map(),
};

export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.codeType !== undefined && hasOwn.call(data, "codeType")){
let data0 = data.codeType;
if(typeof data0 === "string"){
if(data0 !== "code128" && data0 !== "qrcode"){
const err0 = {instancePath:instancePath+"/codeType",schemaPath:"#/properties/codeType/values",keyword:"values",params:{values: ["code128", "qrcode"]}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/codeType",schemaPath:"#/properties/codeType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.code !== undefined && hasOwn.call(data, "code")){
if(typeof data.code !== "string"){
const err2 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
for(const key0 of Object.keys(data)){
if(!closed.known.has(key0) && data[key0] !== undefined){
const err3 = {instancePath,schemaPath:"#/closed",keyword:"closed",params:{property: key0, closed}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate.errors = vErrors;
return errors === 0;
}
