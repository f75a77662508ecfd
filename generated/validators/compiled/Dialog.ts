// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { base, hasOwn, isPlain } from "../own.js";

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.selectedDialogOptionIds === undefined) || (!((plain && base.selectedDialogOptionIds === undefined || hasOwn.call(data, "selectedDialogOptionIds"))))) && (missing0 = "selectedDialogOptionIds")){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.selectedDialogOptionIds !== undefined && (plain && base.selectedDialogOptionIds === undefined || hasOwn.call(data, "selectedDialogOptionIds"))){
let data0 = data.selectedDialogOptionIds;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate.errors = [{instancePath:"/selectedDialogOptionIds/" + i0,keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(Number.isInteger(data1) && !Number.isSafeInteger(data1)){
validate.errors = [{instancePath:"/selectedDialogOptionIds/" + i0,keyword:"safeInteger",params:{}}];
return false;
}
}
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
else {
validate.errors = [{instancePath:"/selectedDialogOptionIds",keyword:"type",params:{type: "array"}}];
return false;
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
