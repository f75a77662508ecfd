// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateDialog } from "./Dialog.js";
import { validate as validateEventInfo } from "./EventInfo.js";
import { validate as validateForm } from "./Form.js";
import { validate as validateOpenUrl } from "./OpenUrl.js";
import { validate as validateSender } from "./Sender.js";
import { base, baseOf, hasOwn } from "../own.js";

export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.event === undefined) || (!((base.event === undefined && baseOf(data) === base || hasOwn.call(data, "event"))))) && (missing0 = "event")) || (((data.sender === undefined) || (!((base.sender === undefined && baseOf(data) === base || hasOwn.call(data, "sender"))))) && (missing0 = "sender"))){
validate.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.event !== undefined && (base.event === undefined && baseOf(data) === base || hasOwn.call(data, "event"))){
const _errs0 = errors;
if(!(validateEventInfo.call(this, data.event, {instancePath:instancePath+"/event",parentData:data,parentDataProperty:"event",rootData}))){
vErrors = vErrors === null ? validateEventInfo.errors : vErrors.concat(validateEventInfo.errors);
errors = vErrors.length;
}
var valid0 = _errs0 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sender !== undefined && (base.sender === undefined && baseOf(data) === base || hasOwn.call(data, "sender"))){
const _errs1 = errors;
if(!(validateSender.call(this, data.sender, {instancePath:instancePath+"/sender",parentData:data,parentDataProperty:"sender",rootData}))){
vErrors = vErrors === null ? validateSender.errors : vErrors.concat(validateSender.errors);
errors = vErrors.length;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dialog !== undefined && (base.dialog === undefined && baseOf(data) === base || hasOwn.call(data, "dialog"))){
const _errs2 = errors;
if(!(validateDialog.call(this, data.dialog, {instancePath:instancePath+"/dialog",parentData:data,parentDataProperty:"dialog",rootData}))){
vErrors = vErrors === null ? validateDialog.errors : vErrors.concat(validateDialog.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.form !== undefined && (base.form === undefined && baseOf(data) === base || hasOwn.call(data, "form"))){
const _errs3 = errors;
if(!(validateForm.call(this, data.form, {instancePath:instancePath+"/form",parentData:data,parentDataProperty:"form",rootData}))){
vErrors = vErrors === null ? validateForm.errors : vErrors.concat(validateForm.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.openUrl !== undefined && (base.openUrl === undefined && baseOf(data) === base || hasOwn.call(data, "openUrl"))){
const _errs4 = errors;
if(!(validateOpenUrl.call(this, data.openUrl, {instancePath:instancePath+"/openUrl",parentData:data,parentDataProperty:"openUrl",rootData}))){
vErrors = vErrors === null ? validateOpenUrl.errors : vErrors.concat(validateOpenUrl.errors);
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
