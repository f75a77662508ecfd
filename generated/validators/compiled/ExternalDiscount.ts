// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { base, hasOwn, isPlain } from "../own.js";

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.discountId !== undefined && (plain && base.discountId === undefined || hasOwn.call(data, "discountId"))){
const _errs1 = errors;
if(typeof data.discountId !== "string"){
validate.errors = [{instancePath:"/discountId",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.discountDescription !== undefined && (plain && base.discountDescription === undefined || hasOwn.call(data, "discountDescription"))){
const _errs3 = errors;
if(typeof data.discountDescription !== "string"){
validate.errors = [{instancePath:"/discountDescription",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.discountPercentage !== undefined && (plain && base.discountPercentage === undefined || hasOwn.call(data, "discountPercentage"))){
let data2 = data.discountPercentage;
const _errs5 = errors;
if(!((typeof data2 == "number") && (isFinite(data2)))){
validate.errors = [{instancePath:"/discountPercentage",keyword:"type",params:{type: "number"}}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.discountAmount !== undefined && (plain && base.discountAmount === undefined || hasOwn.call(data, "discountAmount"))){
let data3 = data.discountAmount;
const _errs7 = errors;
if(!((typeof data3 == "number") && (isFinite(data3)))){
validate.errors = [{instancePath:"/discountAmount",keyword:"type",params:{type: "number"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.discountType !== undefined && (plain && base.discountType === undefined || hasOwn.call(data, "discountType"))){
const _errs9 = errors;
if(typeof data.discountType !== "string"){
validate.errors = [{instancePath:"/discountType",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
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
