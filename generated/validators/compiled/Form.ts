// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateFormFieldValue } from "./FormFieldValue.js";
import { base, baseOf, hasOwn } from "../own.js";

export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.id === undefined) || (!((base.id === undefined && baseOf(data) === base || hasOwn.call(data, "id"))))) && (missing0 = "id")){
validate.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.id !== undefined && (base.id === undefined && baseOf(data) === base || hasOwn.call(data, "id"))){
const _errs1 = errors;
if(typeof data.id !== "string"){
validate.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cancelled !== undefined && (base.cancelled === undefined && baseOf(data) === base || hasOwn.call(data, "cancelled"))){
const _errs3 = errors;
if(typeof data.cancelled !== "boolean"){
validate.errors = [{instancePath:instancePath+"/cancelled",schemaPath:"#/properties/cancelled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fields !== undefined && (base.fields === undefined && baseOf(data) === base || hasOwn.call(data, "fields"))){
let data2 = data.fields;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data2)){
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
const _errs7 = errors;
if(!(validateFormFieldValue.call(this, data2[i0], {instancePath:instancePath+"/fields/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validateFormFieldValue.errors : vErrors.concat(validateFormFieldValue.errors);
errors = vErrors.length;
}
var valid1 = _errs7 === errors;
if(!valid1){
break;
}
}
}
else {
validate.errors = [{instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/type",keyword:"type",params:{type: "array"}}];
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
validate.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate.errors = vErrors;
return errors === 0;
}
