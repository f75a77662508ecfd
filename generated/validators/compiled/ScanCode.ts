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
if((((data.scannedCode === undefined) || (!((plain && base.scannedCode === undefined || hasOwn.call(data, "scannedCode"))))) && (missing0 = "scannedCode")) || (((data.codeType === undefined) || (!((plain && base.codeType === undefined || hasOwn.call(data, "codeType"))))) && (missing0 = "codeType"))){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.scannedCode !== undefined && (plain && base.scannedCode === undefined || hasOwn.call(data, "scannedCode"))){
const _errs1 = errors;
if(typeof data.scannedCode !== "string"){
validate.errors = [{instancePath:"/scannedCode",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.codeType !== undefined && (plain && base.codeType === undefined || hasOwn.call(data, "codeType"))){
const _errs3 = errors;
if(typeof data.codeType !== "string"){
validate.errors = [{instancePath:"/codeType",keyword:"type",params:{type: "string"}}];
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
