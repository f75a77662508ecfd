// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { isUuid } from "../formats.js";
import { base, baseOf, hasOwn } from "../own.js";

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

export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.discountId === undefined) || (!((base.discountId === undefined && baseOf(data) === base || hasOwn.call(data, "discountId"))))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "discountId"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.discountId !== undefined && (base.discountId === undefined && baseOf(data) === base || hasOwn.call(data, "discountId"))){
let data0 = data.discountId;
if(typeof data0 === "string"){
if(!isUuid(data0)){
const err1 = {instancePath:instancePath+"/discountId",schemaPath:"#/properties/discountId/formats",keyword:"formats",params:{formats: ["uuid"]}};
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
const err2 = {instancePath:instancePath+"/discountId",schemaPath:"#/properties/discountId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.discountDescription !== undefined && (base.discountDescription === undefined && baseOf(data) === base || hasOwn.call(data, "discountDescription"))){
if(typeof data.discountDescription !== "string"){
const err3 = {instancePath:instancePath+"/discountDescription",schemaPath:"#/properties/discountDescription/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.discountPercentage !== undefined && (base.discountPercentage === undefined && baseOf(data) === base || hasOwn.call(data, "discountPercentage"))){
let data2 = data.discountPercentage;
if(!((typeof data2 == "number") && (isFinite(data2)))){
const err4 = {instancePath:instancePath+"/discountPercentage",schemaPath:"#/properties/discountPercentage/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.discountAmount !== undefined && (base.discountAmount === undefined && baseOf(data) === base || hasOwn.call(data, "discountAmount"))){
let data3 = data.discountAmount;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err5 = {instancePath:instancePath+"/discountAmount",schemaPath:"#/properties/discountAmount/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.applyToQuantity !== undefined && (base.applyToQuantity === undefined && baseOf(data) === base || hasOwn.call(data, "applyToQuantity"))){
let data4 = data.applyToQuantity;
if(!((typeof data4 == "number") && (isFinite(data4)))){
const err6 = {instancePath:instancePath+"/applyToQuantity",schemaPath:"#/properties/applyToQuantity/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.discountType !== undefined && (base.discountType === undefined && baseOf(data) === base || hasOwn.call(data, "discountType"))){
if(typeof data.discountType !== "string"){
const err7 = {instancePath:instancePath+"/discountType",schemaPath:"#/properties/discountType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(typeof data.toJSON === "function" && !(base.toJSON === undefined && baseOf(data) === base || hasOwn.call(data, "toJSON"))){
const err8 = {instancePath,schemaPath:"#/closed",keyword:"closed",params:{property: "toJSON", closed}};
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
const err9 = {instancePath,schemaPath:"#/closed",keyword:"closed",params:{property: key0, closed}};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
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
