// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateEventInfo } from "./EventInfo.js";
import { validate as validateOriginalRequest } from "./OriginalRequest.js";
import { validate as validateSender } from "./Sender.js";
import { validate as validateWebhookError } from "./WebhookError.js";
import { base, baseOf, hasOwn } from "../own.js";

export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.error === undefined) || (!((base.error === undefined && baseOf(data) === base || hasOwn.call(data, "error"))))) && (missing0 = "error")) || (((data.original === undefined) || (!((base.original === undefined && baseOf(data) === base || hasOwn.call(data, "original"))))) && (missing0 = "original"))){
validate.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.error !== undefined && (base.error === undefined && baseOf(data) === base || hasOwn.call(data, "error"))){
const _errs1 = errors;
if(!(validateWebhookError.call(this, data.error, {instancePath:instancePath+"/error",parentData:data,parentDataProperty:"error",rootData}))){
vErrors = vErrors === null ? validateWebhookError.errors : vErrors.concat(validateWebhookError.errors);
errors = vErrors.length;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.original !== undefined && (base.original === undefined && baseOf(data) === base || hasOwn.call(data, "original"))){
const _errs2 = errors;
if(!(validateOriginalRequest.call(this, data.original, {instancePath:instancePath+"/original",parentData:data,parentDataProperty:"original",rootData}))){
vErrors = vErrors === null ? validateOriginalRequest.errors : vErrors.concat(validateOriginalRequest.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined && (base.event === undefined && baseOf(data) === base || hasOwn.call(data, "event"))){
const _errs3 = errors;
if(!(validateEventInfo.call(this, data.event, {instancePath:instancePath+"/event",parentData:data,parentDataProperty:"event",rootData}))){
vErrors = vErrors === null ? validateEventInfo.errors : vErrors.concat(validateEventInfo.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sender !== undefined && (base.sender === undefined && baseOf(data) === base || hasOwn.call(data, "sender"))){
const _errs4 = errors;
if(!(validateSender.call(this, data.sender, {instancePath:instancePath+"/sender",parentData:data,parentDataProperty:"sender",rootData}))){
vErrors = vErrors === null ? validateSender.errors : vErrors.concat(validateSender.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
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
