// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateDialog } from "./Dialog.js";
import { validate as validateEventInfo } from "./EventInfo.js";
import { validate as validateForm } from "./Form.js";
import { validate as validateOpenUrl } from "./OpenUrl.js";
import { validate as validateSender } from "./Sender.js";
import { base, faultsUnder, hasOwn, isPlain } from "../own.js";

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.event === undefined) || (!((plain && base.event === undefined || hasOwn.call(data, "event"))))) && (missing0 = "event")) || (((data.sender === undefined) || (!((plain && base.sender === undefined || hasOwn.call(data, "sender"))))) && (missing0 = "sender"))){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.event !== undefined && (plain && base.event === undefined || hasOwn.call(data, "event"))){
const _errs0 = errors;
if(!validateEventInfo.call(this, data.event)){
vErrors = faultsUnder("/event", validateEventInfo.errors, vErrors);
errors = vErrors.length;
}
var valid0 = _errs0 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sender !== undefined && (plain && base.sender === undefined || hasOwn.call(data, "sender"))){
const _errs1 = errors;
if(!validateSender.call(this, data.sender)){
vErrors = faultsUnder("/sender", validateSender.errors, vErrors);
errors = vErrors.length;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dialog !== undefined && (plain && base.dialog === undefined || hasOwn.call(data, "dialog"))){
const _errs2 = errors;
if(!validateDialog.call(this, data.dialog)){
vErrors = faultsUnder("/dialog", validateDialog.errors, vErrors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.form !== undefined && (plain && base.form === undefined || hasOwn.call(data, "form"))){
const _errs3 = errors;
if(!validateForm.call(this, data.form)){
vErrors = faultsUnder("/form", validateForm.errors, vErrors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.openUrl !== undefined && (plain && base.openUrl === undefined || hasOwn.call(data, "openUrl"))){
const _errs4 = errors;
if(!validateOpenUrl.call(this, data.openUrl)){
vErrors = faultsUnder("/openUrl", validateOpenUrl.errors, vErrors);
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
}
validate.errors = vErrors;
return errors === 0;
}
