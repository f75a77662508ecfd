// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateExternalDiscountAnswer } from "./ExternalDiscountAnswer.js";
import { base, faultsUnder, hasOwn, isPlain } from "../own.js";

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

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.lineId !== undefined && (plain && base.lineId === undefined || hasOwn.call(data, "lineId"))){
if(typeof data.lineId !== "string"){
const err0 = {instancePath:"/lineId",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.extLine !== undefined && (plain && base.extLine === undefined || hasOwn.call(data, "extLine"))){
if(typeof data.extLine !== "string"){
const err1 = {instancePath:"/extLine",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.articleNumber !== undefined && (plain && base.articleNumber === undefined || hasOwn.call(data, "articleNumber"))){
let data2 = data.articleNumber;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err2 = {instancePath:"/articleNumber",keyword:"type",params:{type: "integer"}};
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
const err3 = {instancePath:"/articleNumber",keyword:"safeInteger",params:{}};
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
if(data.barcode !== undefined && (plain && base.barcode === undefined || hasOwn.call(data, "barcode"))){
if(typeof data.barcode !== "string"){
const err4 = {instancePath:"/barcode",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.pluNumber !== undefined && (plain && base.pluNumber === undefined || hasOwn.call(data, "pluNumber"))){
if(typeof data.pluNumber !== "string"){
const err5 = {instancePath:"/pluNumber",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.supplierArticleNumber !== undefined && (plain && base.supplierArticleNumber === undefined || hasOwn.call(data, "supplierArticleNumber"))){
if(typeof data.supplierArticleNumber !== "string"){
const err6 = {instancePath:"/supplierArticleNumber",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.extArticleId !== undefined && (plain && base.extArticleId === undefined || hasOwn.call(data, "extArticleId"))){
if(typeof data.extArticleId !== "string"){
const err7 = {instancePath:"/extArticleId",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.priceIncl !== undefined && (plain && base.priceIncl === undefined || hasOwn.call(data, "priceIncl"))){
let data7 = data.priceIncl;
if(!((typeof data7 == "number") && (isFinite(data7)))){
const err8 = {instancePath:"/priceIncl",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.quantity !== undefined && (plain && base.quantity === undefined || hasOwn.call(data, "quantity"))){
let data8 = data.quantity;
if(!((typeof data8 == "number") && (isFinite(data8)))){
const err9 = {instancePath:"/quantity",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.text !== undefined && (plain && base.text === undefined || hasOwn.call(data, "text"))){
if(typeof data.text !== "string"){
const err10 = {instancePath:"/text",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.externalDiscount !== undefined && (plain && base.externalDiscount === undefined || hasOwn.call(data, "externalDiscount"))){
if(!validateExternalDiscountAnswer.call(this, data.externalDiscount)){
vErrors = faultsUnder("/externalDiscount", validateExternalDiscountAnswer.errors, vErrors);
errors = vErrors.length;
}
}
if(typeof data.toJSON === "function" && !(plain && base.toJSON === undefined || hasOwn.call(data, "toJSON"))){
const err11 = {instancePath:"",keyword:"closed",params:{property: "toJSON", closed}};
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
const err12 = {instancePath:"",keyword:"closed",params:{property: key0, closed}};
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
const err13 = {instancePath:"",keyword:"type",params:{type: "object"}};
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
