// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateCommonRequest } from "./CommonRequest.js";
import { validate as validateScanCode } from "./ScanCode.js";
import { validate as validateSession } from "./Session.js";
import { base, faultsUnder, hasOwn, isPlain } from "../own.js";

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(!validateCommonRequest.call(this, data)){
vErrors = faultsUnder("", validateCommonRequest.errors, vErrors);
errors = vErrors.length;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.session === undefined) || (!((plain && base.session === undefined || hasOwn.call(data, "session"))))) && (missing0 = "session")) || (((data.scanCode === undefined) || (!((plain && base.scanCode === undefined || hasOwn.call(data, "scanCode"))))) && (missing0 = "scanCode"))){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.session !== undefined && (plain && base.session === undefined || hasOwn.call(data, "session"))){
const _errs2 = errors;
if(!validateSession.call(this, data.session)){
vErrors = faultsUnder("/session", validateSession.errors, vErrors);
errors = vErrors.length;
}
var valid1 = _errs2 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.scanCode !== undefined && (plain && base.scanCode === undefined || hasOwn.call(data, "scanCode"))){
const _errs3 = errors;
if(!validateScanCode.call(this, data.scanCode)){
vErrors = faultsUnder("/scanCode", validateScanCode.errors, vErrors);
errors = vErrors.length;
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
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
