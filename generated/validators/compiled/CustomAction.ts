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
if(((data.customActionId === undefined) || (!((plain && base.customActionId === undefined || hasOwn.call(data, "customActionId"))))) && (missing0 = "customActionId")){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.customActionId !== undefined && (plain && base.customActionId === undefined || hasOwn.call(data, "customActionId"))){
const _errs1 = errors;
if(typeof data.customActionId !== "string"){
validate.errors = [{instancePath:"/customActionId",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.buttonCaption !== undefined && (plain && base.buttonCaption === undefined || hasOwn.call(data, "buttonCaption"))){
const _errs3 = errors;
if(typeof data.buttonCaption !== "string"){
validate.errors = [{instancePath:"/buttonCaption",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.onStartup !== undefined && (plain && base.onStartup === undefined || hasOwn.call(data, "onStartup"))){
const _errs5 = errors;
if(typeof data.onStartup !== "boolean"){
validate.errors = [{instancePath:"/onStartup",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.longClick !== undefined && (plain && base.longClick === undefined || hasOwn.call(data, "longClick"))){
const _errs7 = errors;
if(typeof data.longClick !== "boolean"){
validate.errors = [{instancePath:"/longClick",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.numpadValue !== undefined && (plain && base.numpadValue === undefined || hasOwn.call(data, "numpadValue"))){
let data4 = data.numpadValue;
const _errs9 = errors;
if(!((typeof data4 == "number") && (isFinite(data4)))){
validate.errors = [{instancePath:"/numpadValue",keyword:"type",params:{type: "number"}}];
return false;
}
var valid0 = _errs9 === errors;
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
else {
validate.errors = [{instancePath:"",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate.errors = vErrors;
return errors === 0;
}
