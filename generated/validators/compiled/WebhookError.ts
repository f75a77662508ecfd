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
if((((data.code === undefined) || (!((plain && base.code === undefined || hasOwn.call(data, "code"))))) && (missing0 = "code")) || (((data.message === undefined) || (!((plain && base.message === undefined || hasOwn.call(data, "message"))))) && (missing0 = "message"))){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.code !== undefined && (plain && base.code === undefined || hasOwn.call(data, "code"))){
const _errs1 = errors;
if(typeof data.code !== "string"){
validate.errors = [{instancePath:"/code",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.message !== undefined && (plain && base.message === undefined || hasOwn.call(data, "message"))){
const _errs3 = errors;
if(typeof data.message !== "string"){
validate.errors = [{instancePath:"/message",keyword:"type",params:{type: "string"}}];
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
