// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { isUuid } from "../formats.js";
import { base, hasOwn, isPlain } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "discountId",
    "discountDescription",
    "discountPercentage",
    "discountAmount",
    "applyToQuantity",
    "discountType",
  ]),
  forbidden: /* @__PURE__ */ new Map(),
};

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.discountId === undefined) || (!((plain && base.discountId === undefined || hasOwn.call(data, "discountId"))))){
const err0 = {instancePath:"",keyword:"required",params:{missingProperty: "discountId"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.discountId !== undefined && (plain && base.discountId === undefined || hasOwn.call(data, "discountId"))){
let data0 = data.discountId;
if(typeof data0 === "string"){
if(!isUuid(data0)){
const err1 = {instancePath:"/discountId",keyword:"formats",params:{formats: ["uuid"]}};
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
const err2 = {instancePath:"/discountId",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.discountDescription !== undefined && (plain && base.discountDescription === undefined || hasOwn.call(data, "discountDescription"))){
if(typeof data.discountDescription !== "string"){
const err3 = {instancePath:"/discountDescription",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.discountPercentage !== undefined && (plain && base.discountPercentage === undefined || hasOwn.call(data, "discountPercentage"))){
let data2 = data.discountPercentage;
if(!((typeof data2 == "number") && (isFinite(data2)))){
const err4 = {instancePath:"/discountPercentage",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.discountAmount !== undefined && (plain && base.discountAmount === undefined || hasOwn.call(data, "discountAmount"))){
let data3 = data.discountAmount;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err5 = {instancePath:"/discountAmount",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.applyToQuantity !== undefined && (plain && base.applyToQuantity === undefined || hasOwn.call(data, "applyToQuantity"))){
let data4 = data.applyToQuantity;
if(!((typeof data4 == "number") && (isFinite(data4)))){
const err6 = {instancePath:"/applyToQuantity",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.discountType !== undefined && (plain && base.discountType === undefined || hasOwn.call(data, "discountType"))){
if(typeof data.discountType !== "string"){
const err7 = {instancePath:"/discountType",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(typeof data.toJSON === "function" && !(plain && base.toJSON === undefined || hasOwn.call(data, "toJSON"))){
const err8 = {instancePath:"",keyword:"closed",params:{property: "toJSON", closed}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key0 in data){
if(true && key0 !== "discountId" && key0 !== "discountDescription" && key0 !== "discountPercentage" && key0 !== "discountAmount" && key0 !== "applyToQuantity" && key0 !== "discountType" && data[key0] !== undefined && hasOwn.call(data, key0)){
const err9 = {instancePath:"",keyword:"closed",params:{property: key0, closed}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:"",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate.errors = vErrors;
return errors === 0;
}
