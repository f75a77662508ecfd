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
if(((data.redirectUrl === undefined) || (!((plain && base.redirectUrl === undefined || hasOwn.call(data, "redirectUrl"))))) && (missing0 = "redirectUrl")){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.redirectUrl !== undefined && (plain && base.redirectUrl === undefined || hasOwn.call(data, "redirectUrl"))){
if(typeof data.redirectUrl !== "string"){
validate.errors = [{instancePath:"/redirectUrl",keyword:"type",params:{type: "string"}}];
return false;
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
