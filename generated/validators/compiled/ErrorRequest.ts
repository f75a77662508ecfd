// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateEventInfo } from "./EventInfo.js";
import { validate as validateOriginalRequest } from "./OriginalRequest.js";
import { validate as validateSender } from "./Sender.js";
import { validate as validateWebhookError } from "./WebhookError.js";
import { base, faultsUnder, hasOwn, isPlain } from "../own.js";

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.error === undefined) || (!((plain && base.error === undefined || hasOwn.call(data, "error"))))) && (missing0 = "error")) || (((data.original === undefined) || (!((plain && base.original === undefined || hasOwn.call(data, "original"))))) && (missing0 = "original"))){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.error !== undefined && (plain && base.error === undefined || hasOwn.call(data, "error"))){
const _errs1 = errors;
if(!validateWebhookError.call(this, data.error)){
vErrors = faultsUnder("/error", validateWebhookError.errors, vErrors);
errors = vErrors.length;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.original !== undefined && (plain && base.original === undefined || hasOwn.call(data, "original"))){
const _errs2 = errors;
if(!validateOriginalRequest.call(this, data.original)){
vErrors = faultsUnder("/original", validateOriginalRequest.errors, vErrors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined && (plain && base.event === undefined || hasOwn.call(data, "event"))){
const _errs3 = errors;
if(!validateEventInfo.call(this, data.event)){
vErrors = faultsUnder("/event", validateEventInfo.errors, vErrors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sender !== undefined && (plain && base.sender === undefined || hasOwn.call(data, "sender"))){
const _errs4 = errors;
if(!validateSender.call(this, data.sender)){
vErrors = faultsUnder("/sender", validateSender.errors, vErrors);
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
validate.errors = [{instancePath:"",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate.errors = vErrors;
return errors === 0;
}
