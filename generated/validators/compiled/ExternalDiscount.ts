// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { base, baseOf, hasOwn } from "../own.js";

export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.discountId !== undefined && (base.discountId === undefined && baseOf(data) === base || hasOwn.call(data, "discountId"))){
const _errs1 = errors;
if(typeof data.discountId !== "string"){
validate.errors = [{instancePath:instancePath+"/discountId",schemaPath:"#/properties/discountId/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.discountDescription !== undefined && (base.discountDescription === undefined && baseOf(data) === base || hasOwn.call(data, "discountDescription"))){
const _errs3 = errors;
if(typeof data.discountDescription !== "string"){
validate.errors = [{instancePath:instancePath+"/discountDescription",schemaPath:"#/properties/discountDescription/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.discountPercentage !== undefined && (base.discountPercentage === undefined && baseOf(data) === base || hasOwn.call(data, "discountPercentage"))){
let data2 = data.discountPercentage;
const _errs5 = errors;
if(!((typeof data2 == "number") && (isFinite(data2)))){
validate.errors = [{instancePath:instancePath+"/discountPercentage",schemaPath:"#/properties/discountPercentage/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.discountAmount !== undefined && (base.discountAmount === undefined && baseOf(data) === base || hasOwn.call(data, "discountAmount"))){
let data3 = data.discountAmount;
const _errs7 = errors;
if(!((typeof data3 == "number") && (isFinite(data3)))){
validate.errors = [{instancePath:instancePath+"/discountAmount",schemaPath:"#/properties/discountAmount/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.discountType !== undefined && (base.discountType === undefined && baseOf(data) === base || hasOwn.call(data, "discountType"))){
const _errs9 = errors;
if(typeof data.discountType !== "string"){
validate.errors = [{instancePath:instancePath+"/discountType",schemaPath:"#/properties/discountType/type",keyword:"type",params:{type: "string"}}];
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
validate.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate.errors = vErrors;
return errors === 0;
}
