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
if(((data.relationNumber === undefined) || (!((plain && base.relationNumber === undefined || hasOwn.call(data, "relationNumber"))))) && (missing0 = "relationNumber")){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.relationNumber !== undefined && (plain && base.relationNumber === undefined || hasOwn.call(data, "relationNumber"))){
let data0 = data.relationNumber;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate.errors = [{instancePath:"/relationNumber",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(Number.isInteger(data0) && !Number.isSafeInteger(data0)){
validate.errors = [{instancePath:"/relationNumber",keyword:"safeInteger",params:{}}];
return false;
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined && (plain && base.name === undefined || hasOwn.call(data, "name"))){
const _errs3 = errors;
if(typeof data.name !== "string"){
validate.errors = [{instancePath:"/name",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
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
