// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateDialogOption } from "./DialogOption.js";
import { base, faultsUnder, hasOwn, isPlain } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "required",
    "allowMultipleOptions",
    "requireConfirmation",
    "dialogTitle",
    "columns",
    "dialogOptions",
  ]),
  forbidden: /* @__PURE__ */ new Map(),
};

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.required === undefined) || (!((plain && base.required === undefined || hasOwn.call(data, "required"))))){
const err0 = {instancePath:"",keyword:"required",params:{missingProperty: "required"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.allowMultipleOptions === undefined) || (!((plain && base.allowMultipleOptions === undefined || hasOwn.call(data, "allowMultipleOptions"))))){
const err1 = {instancePath:"",keyword:"required",params:{missingProperty: "allowMultipleOptions"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.dialogTitle === undefined) || (!((plain && base.dialogTitle === undefined || hasOwn.call(data, "dialogTitle"))))){
const err2 = {instancePath:"",keyword:"required",params:{missingProperty: "dialogTitle"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.dialogOptions === undefined) || (!((plain && base.dialogOptions === undefined || hasOwn.call(data, "dialogOptions"))))){
const err3 = {instancePath:"",keyword:"required",params:{missingProperty: "dialogOptions"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.required !== undefined && (plain && base.required === undefined || hasOwn.call(data, "required"))){
if(typeof data.required !== "boolean"){
const err4 = {instancePath:"/required",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.allowMultipleOptions !== undefined && (plain && base.allowMultipleOptions === undefined || hasOwn.call(data, "allowMultipleOptions"))){
if(typeof data.allowMultipleOptions !== "boolean"){
const err5 = {instancePath:"/allowMultipleOptions",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.requireConfirmation !== undefined && (plain && base.requireConfirmation === undefined || hasOwn.call(data, "requireConfirmation"))){
if(typeof data.requireConfirmation !== "boolean"){
const err6 = {instancePath:"/requireConfirmation",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.dialogTitle !== undefined && (plain && base.dialogTitle === undefined || hasOwn.call(data, "dialogTitle"))){
if(typeof data.dialogTitle !== "string"){
const err7 = {instancePath:"/dialogTitle",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.columns !== undefined && (plain && base.columns === undefined || hasOwn.call(data, "columns"))){
let data4 = data.columns;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err8 = {instancePath:"/columns",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(Number.isInteger(data4) && !Number.isSafeInteger(data4)){
const err9 = {instancePath:"/columns",keyword:"safeInteger",params:{}};
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
if(data.dialogOptions !== undefined && (plain && base.dialogOptions === undefined || hasOwn.call(data, "dialogOptions"))){
let data5 = data.dialogOptions;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
if(!validateDialogOption.call(this, data5[i0])){
vErrors = faultsUnder("/dialogOptions/" + i0, validateDialogOption.errors, vErrors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath:"/dialogOptions",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
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
if(true && key0 !== "required" && key0 !== "allowMultipleOptions" && key0 !== "requireConfirmation" && key0 !== "dialogTitle" && key0 !== "columns" && key0 !== "dialogOptions" && data[key0] !== undefined && hasOwn.call(data, key0)){
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
