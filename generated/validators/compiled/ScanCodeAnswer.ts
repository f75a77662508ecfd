// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { base, baseOf, hasOwn } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "recognized",
    "relationNumber",
    "message",
    "customerMessage",
  ]),
  forbidden: /* @__PURE__ */ new Map(),
};

export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.recognized === undefined) || (!((base.recognized === undefined && baseOf(data) === base || hasOwn.call(data, "recognized"))))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "recognized"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.recognized !== undefined && (base.recognized === undefined && baseOf(data) === base || hasOwn.call(data, "recognized"))){
if(typeof data.recognized !== "boolean"){
const err1 = {instancePath:instancePath+"/recognized",schemaPath:"#/properties/recognized/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.relationNumber !== undefined && (base.relationNumber === undefined && baseOf(data) === base || hasOwn.call(data, "relationNumber"))){
let data1 = data.relationNumber;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/relationNumber",schemaPath:"#/properties/relationNumber/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(Number.isInteger(data1) && !Number.isSafeInteger(data1)){
const err3 = {instancePath:instancePath+"/relationNumber",schemaPath:"#/properties/relationNumber/safeInteger",keyword:"safeInteger",params:{}};
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
if(data.message !== undefined && (base.message === undefined && baseOf(data) === base || hasOwn.call(data, "message"))){
if(typeof data.message !== "string"){
const err4 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.customerMessage !== undefined && (base.customerMessage === undefined && baseOf(data) === base || hasOwn.call(data, "customerMessage"))){
if(typeof data.customerMessage !== "string"){
const err5 = {instancePath:instancePath+"/customerMessage",schemaPath:"#/properties/customerMessage/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(typeof data.toJSON === "function" && !(base.toJSON === undefined && baseOf(data) === base || hasOwn.call(data, "toJSON"))){
const err6 = {instancePath,schemaPath:"#/closed",keyword:"closed",params:{property: "toJSON", closed}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key0 in data){
if(true && key0 !== "recognized" && key0 !== "relationNumber" && key0 !== "message" && key0 !== "customerMessage" && data[key0] !== undefined && hasOwn.call(data, key0)){
const err7 = {instancePath,schemaPath:"#/closed",keyword:"closed",params:{property: key0, closed}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate.errors = vErrors;
return errors === 0;
}
