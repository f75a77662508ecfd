// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { base, hasOwn, isPlain } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "recognized",
    "relationNumber",
    "message",
    "customerMessage",
  ]),
  forbidden: /* @__PURE__ */ new Map(),
};

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.recognized === undefined) || (!((plain && base.recognized === undefined || hasOwn.call(data, "recognized"))))){
const err0 = {instancePath:"",keyword:"required",params:{missingProperty: "recognized"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.recognized !== undefined && (plain && base.recognized === undefined || hasOwn.call(data, "recognized"))){
if(typeof data.recognized !== "boolean"){
const err1 = {instancePath:"/recognized",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.relationNumber !== undefined && (plain && base.relationNumber === undefined || hasOwn.call(data, "relationNumber"))){
let data1 = data.relationNumber;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err2 = {instancePath:"/relationNumber",keyword:"type",params:{type: "integer"}};
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
const err3 = {instancePath:"/relationNumber",keyword:"safeInteger",params:{}};
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
if(data.message !== undefined && (plain && base.message === undefined || hasOwn.call(data, "message"))){
if(typeof data.message !== "string"){
const err4 = {instancePath:"/message",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.customerMessage !== undefined && (plain && base.customerMessage === undefined || hasOwn.call(data, "customerMessage"))){
if(typeof data.customerMessage !== "string"){
const err5 = {instancePath:"/customerMessage",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(typeof data.toJSON === "function" && !(plain && base.toJSON === undefined || hasOwn.call(data, "toJSON"))){
const err6 = {instancePath:"",keyword:"closed",params:{property: "toJSON", closed}};
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
const err7 = {instancePath:"",keyword:"closed",params:{property: key0, closed}};
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
const err8 = {instancePath:"",keyword:"type",params:{type: "object"}};
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
