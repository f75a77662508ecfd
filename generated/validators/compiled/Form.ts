// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateFormFieldValue } from "./FormFieldValue.js";
import { base, faultsUnder, hasOwn, isPlain } from "../own.js";

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.id === undefined) || (!((plain && base.id === undefined || hasOwn.call(data, "id"))))) && (missing0 = "id")){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.id !== undefined && (plain && base.id === undefined || hasOwn.call(data, "id"))){
const _errs1 = errors;
if(typeof data.id !== "string"){
validate.errors = [{instancePath:"/id",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cancelled !== undefined && (plain && base.cancelled === undefined || hasOwn.call(data, "cancelled"))){
const _errs3 = errors;
if(typeof data.cancelled !== "boolean"){
validate.errors = [{instancePath:"/cancelled",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fields !== undefined && (plain && base.fields === undefined || hasOwn.call(data, "fields"))){
let data2 = data.fields;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data2)){
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
const _errs7 = errors;
if(!validateFormFieldValue.call(this, data2[i0])){
vErrors = faultsUnder("/fields/" + i0, validateFormFieldValue.errors, vErrors);
errors = vErrors.length;
}
var valid1 = _errs7 === errors;
if(!valid1){
break;
}
}
}
else {
validate.errors = [{instancePath:"/fields",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
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
