// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { isUuid } from "../formats.js";
import { base, hasOwn, isPlain } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "paymentId",
    "amount",
    "method",
  ]),
  forbidden: /* @__PURE__ */ new Map(),
};

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.paymentId === undefined) || (!((plain && base.paymentId === undefined || hasOwn.call(data, "paymentId"))))){
const err0 = {instancePath:"",keyword:"required",params:{missingProperty: "paymentId"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.amount === undefined) || (!((plain && base.amount === undefined || hasOwn.call(data, "amount"))))){
const err1 = {instancePath:"",keyword:"required",params:{missingProperty: "amount"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.paymentId !== undefined && (plain && base.paymentId === undefined || hasOwn.call(data, "paymentId"))){
let data0 = data.paymentId;
if(typeof data0 === "string"){
if(!isUuid(data0)){
const err2 = {instancePath:"/paymentId",keyword:"formats",params:{formats: ["uuid"]}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:"/paymentId",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.amount !== undefined && (plain && base.amount === undefined || hasOwn.call(data, "amount"))){
let data1 = data.amount;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err4 = {instancePath:"/amount",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.method !== undefined && (plain && base.method === undefined || hasOwn.call(data, "method"))){
if(typeof data.method !== "string"){
const err5 = {instancePath:"/method",keyword:"type",params:{type: "string"}};
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
if(true && key0 !== "paymentId" && key0 !== "amount" && key0 !== "method" && data[key0] !== undefined && hasOwn.call(data, key0)){
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
