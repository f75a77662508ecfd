// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateAddSessionLine } from "./AddSessionLine.js";
import { validate as validateCommonRequest } from "./CommonRequest.js";
import { validate as validateSession } from "./Session.js";
import { base, baseOf, hasOwn } from "../own.js";

export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {
let vErrors = null;
let errors = 0;
if(!(validateCommonRequest.call(this, data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateCommonRequest.errors : vErrors.concat(validateCommonRequest.errors);
errors = vErrors.length;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.session === undefined) || (!((base.session === undefined && baseOf(data) === base || hasOwn.call(data, "session"))))) && (missing0 = "session")) || (((data.addSessionLine === undefined) || (!((base.addSessionLine === undefined && baseOf(data) === base || hasOwn.call(data, "addSessionLine"))))) && (missing0 = "addSessionLine"))){
validate.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.session !== undefined && (base.session === undefined && baseOf(data) === base || hasOwn.call(data, "session"))){
const _errs2 = errors;
if(!(validateSession.call(this, data.session, {instancePath:instancePath+"/session",parentData:data,parentDataProperty:"session",rootData}))){
vErrors = vErrors === null ? validateSession.errors : vErrors.concat(validateSession.errors);
errors = vErrors.length;
}
var valid1 = _errs2 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.addSessionLine !== undefined && (base.addSessionLine === undefined && baseOf(data) === base || hasOwn.call(data, "addSessionLine"))){
const _errs3 = errors;
if(!(validateAddSessionLine.call(this, data.addSessionLine, {instancePath:instancePath+"/addSessionLine",parentData:data,parentDataProperty:"addSessionLine",rootData}))){
vErrors = vErrors === null ? validateAddSessionLine.errors : vErrors.concat(validateAddSessionLine.errors);
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
validate.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate.errors = vErrors;
return errors === 0;
}
