// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateExternalDiscount } from "./ExternalDiscount.js";
import { base, faultsUnder, hasOwn, isPlain } from "../own.js";

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.lineId === undefined) || (!((plain && base.lineId === undefined || hasOwn.call(data, "lineId"))))) && (missing0 = "lineId")) || (((data.text === undefined) || (!((plain && base.text === undefined || hasOwn.call(data, "text"))))) && (missing0 = "text"))){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.lineId !== undefined && (plain && base.lineId === undefined || hasOwn.call(data, "lineId"))){
const _errs1 = errors;
if(typeof data.lineId !== "string"){
validate.errors = [{instancePath:"/lineId",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.articleNumber !== undefined && (plain && base.articleNumber === undefined || hasOwn.call(data, "articleNumber"))){
let data1 = data.articleNumber;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate.errors = [{instancePath:"/articleNumber",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(Number.isInteger(data1) && !Number.isSafeInteger(data1)){
validate.errors = [{instancePath:"/articleNumber",keyword:"safeInteger",params:{}}];
return false;
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.priceIncl !== undefined && (plain && base.priceIncl === undefined || hasOwn.call(data, "priceIncl"))){
let data2 = data.priceIncl;
const _errs5 = errors;
if(!((typeof data2 == "number") && (isFinite(data2)))){
validate.errors = [{instancePath:"/priceIncl",keyword:"type",params:{type: "number"}}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.quantity !== undefined && (plain && base.quantity === undefined || hasOwn.call(data, "quantity"))){
let data3 = data.quantity;
const _errs7 = errors;
if(!((typeof data3 == "number") && (isFinite(data3)))){
validate.errors = [{instancePath:"/quantity",keyword:"type",params:{type: "number"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.text !== undefined && (plain && base.text === undefined || hasOwn.call(data, "text"))){
const _errs9 = errors;
if(typeof data.text !== "string"){
validate.errors = [{instancePath:"/text",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.discountPercentage !== undefined && (plain && base.discountPercentage === undefined || hasOwn.call(data, "discountPercentage"))){
let data5 = data.discountPercentage;
const _errs11 = errors;
if(!((typeof data5 == "number") && (isFinite(data5)))){
validate.errors = [{instancePath:"/discountPercentage",keyword:"type",params:{type: "number"}}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.discountAmount !== undefined && (plain && base.discountAmount === undefined || hasOwn.call(data, "discountAmount"))){
let data6 = data.discountAmount;
const _errs13 = errors;
if(!((typeof data6 == "number") && (isFinite(data6)))){
validate.errors = [{instancePath:"/discountAmount",keyword:"type",params:{type: "number"}}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.supplierArticleNumber !== undefined && (plain && base.supplierArticleNumber === undefined || hasOwn.call(data, "supplierArticleNumber"))){
const _errs15 = errors;
if(typeof data.supplierArticleNumber !== "string"){
validate.errors = [{instancePath:"/supplierArticleNumber",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pluNumber !== undefined && (plain && base.pluNumber === undefined || hasOwn.call(data, "pluNumber"))){
const _errs17 = errors;
if(typeof data.pluNumber !== "string"){
validate.errors = [{instancePath:"/pluNumber",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.extArticleId !== undefined && (plain && base.extArticleId === undefined || hasOwn.call(data, "extArticleId"))){
const _errs19 = errors;
if(typeof data.extArticleId !== "string"){
validate.errors = [{instancePath:"/extArticleId",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.externalDiscount !== undefined && (plain && base.externalDiscount === undefined || hasOwn.call(data, "externalDiscount"))){
const _errs21 = errors;
if(!validateExternalDiscount.call(this, data.externalDiscount)){
vErrors = faultsUnder("/externalDiscount", validateExternalDiscount.errors, vErrors);
errors = vErrors.length;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate.errors = [{instancePath:"",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate.errors = vErrors;
return errors === 0;
}
