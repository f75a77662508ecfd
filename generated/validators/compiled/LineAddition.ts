// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateExternalDiscountAnswer } from "./ExternalDiscountAnswer.js";
import { base, baseOf, hasOwn } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "lineId",
    "extLine",
    "articleNumber",
    "barcode",
    "pluNumber",
    "supplierArticleNumber",
    "extArticleId",
    "priceIncl",
    "quantity",
    "text",
    "externalDiscount",
  ]),
  forbidden: /* @__PURE__ */ new Map(),
};

export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.lineId !== undefined && (base.lineId === undefined && baseOf(data) === base || hasOwn.call(data, "lineId"))){
if(typeof data.lineId !== "string"){
const err0 = {instancePath:instancePath+"/lineId",schemaPath:"#/properties/lineId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.extLine !== undefined && (base.extLine === undefined && baseOf(data) === base || hasOwn.call(data, "extLine"))){
if(typeof data.extLine !== "string"){
const err1 = {instancePath:instancePath+"/extLine",schemaPath:"#/properties/extLine/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.articleNumber !== undefined && (base.articleNumber === undefined && baseOf(data) === base || hasOwn.call(data, "articleNumber"))){
let data2 = data.articleNumber;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err2 = {instancePath:instancePath+"/articleNumber",schemaPath:"#/properties/articleNumber/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(Number.isInteger(data2) && !Number.isSafeInteger(data2)){
const err3 = {instancePath:instancePath+"/articleNumber",schemaPath:"#/properties/articleNumber/safeInteger",keyword:"safeInteger",params:{}};
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
if(data.barcode !== undefined && (base.barcode === undefined && baseOf(data) === base || hasOwn.call(data, "barcode"))){
if(typeof data.barcode !== "string"){
const err4 = {instancePath:instancePath+"/barcode",schemaPath:"#/properties/barcode/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.pluNumber !== undefined && (base.pluNumber === undefined && baseOf(data) === base || hasOwn.call(data, "pluNumber"))){
if(typeof data.pluNumber !== "string"){
const err5 = {instancePath:instancePath+"/pluNumber",schemaPath:"#/properties/pluNumber/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.supplierArticleNumber !== undefined && (base.supplierArticleNumber === undefined && baseOf(data) === base || hasOwn.call(data, "supplierArticleNumber"))){
if(typeof data.supplierArticleNumber !== "string"){
const err6 = {instancePath:instancePath+"/supplierArticleNumber",schemaPath:"#/properties/supplierArticleNumber/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.extArticleId !== undefined && (base.extArticleId === undefined && baseOf(data) === base || hasOwn.call(data, "extArticleId"))){
if(typeof data.extArticleId !== "string"){
const err7 = {instancePath:instancePath+"/extArticleId",schemaPath:"#/properties/extArticleId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.priceIncl !== undefined && (base.priceIncl === undefined && baseOf(data) === base || hasOwn.call(data, "priceIncl"))){
let data7 = data.priceIncl;
if(!((typeof data7 == "number") && (isFinite(data7)))){
const err8 = {instancePath:instancePath+"/priceIncl",schemaPath:"#/properties/priceIncl/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.quantity !== undefined && (base.quantity === undefined && baseOf(data) === base || hasOwn.call(data, "quantity"))){
let data8 = data.quantity;
if(!((typeof data8 == "number") && (isFinite(data8)))){
const err9 = {instancePath:instancePath+"/quantity",schemaPath:"#/properties/quantity/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.text !== undefined && (base.text === undefined && baseOf(data) === base || hasOwn.call(data, "text"))){
if(typeof data.text !== "string"){
const err10 = {instancePath:instancePath+"/text",schemaPath:"#/properties/text/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.externalDiscount !== undefined && (base.externalDiscount === undefined && baseOf(data) === base || hasOwn.call(data, "externalDiscount"))){
if(!(validateExternalDiscountAnswer.call(this, data.externalDiscount, {instancePath:instancePath+"/externalDiscount",parentData:data,parentDataProperty:"externalDiscount",rootData}))){
vErrors = vErrors === null ? validateExternalDiscountAnswer.errors : vErrors.concat(validateExternalDiscountAnswer.errors);
errors = vErrors.length;
}
}
if(typeof data.toJSON === "function" && !(base.toJSON === undefined && baseOf(data) === base || hasOwn.call(data, "toJSON"))){
const err11 = {instancePath,schemaPath:"#/closed",keyword:"closed",params:{property: "toJSON", closed}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key0 in data){
if(true && key0 !== "lineId" && key0 !== "extLine" && key0 !== "articleNumber" && key0 !== "barcode" && key0 !== "pluNumber" && key0 !== "supplierArticleNumber" && key0 !== "extArticleId" && key0 !== "priceIncl" && key0 !== "quantity" && key0 !== "text" && key0 !== "externalDiscount" && data[key0] !== undefined && hasOwn.call(data, key0)){
const err12 = {instancePath,schemaPath:"#/closed",keyword:"closed",params:{property: key0, closed}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate.errors = vErrors;
return errors === 0;
}
