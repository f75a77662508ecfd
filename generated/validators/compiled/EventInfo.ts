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
if(((((data.eventBlocking === undefined) || (!((plain && base.eventBlocking === undefined || hasOwn.call(data, "eventBlocking"))))) && (missing0 = "eventBlocking")) || (((data.eventCounter === undefined) || (!((plain && base.eventCounter === undefined || hasOwn.call(data, "eventCounter"))))) && (missing0 = "eventCounter"))) || (((data.eventTimestamp === undefined) || (!((plain && base.eventTimestamp === undefined || hasOwn.call(data, "eventTimestamp"))))) && (missing0 = "eventTimestamp"))){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.eventBlocking !== undefined && (plain && base.eventBlocking === undefined || hasOwn.call(data, "eventBlocking"))){
const _errs1 = errors;
if(typeof data.eventBlocking !== "boolean"){
validate.errors = [{instancePath:"/eventBlocking",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.eventPolling !== undefined && (plain && base.eventPolling === undefined || hasOwn.call(data, "eventPolling"))){
const _errs3 = errors;
if(typeof data.eventPolling !== "boolean"){
validate.errors = [{instancePath:"/eventPolling",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.eventCounter !== undefined && (plain && base.eventCounter === undefined || hasOwn.call(data, "eventCounter"))){
let data2 = data.eventCounter;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate.errors = [{instancePath:"/eventCounter",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(Number.isInteger(data2) && !Number.isSafeInteger(data2)){
validate.errors = [{instancePath:"/eventCounter",keyword:"safeInteger",params:{}}];
return false;
}
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.eventTimestamp !== undefined && (plain && base.eventTimestamp === undefined || hasOwn.call(data, "eventTimestamp"))){
const _errs7 = errors;
if(typeof data.eventTimestamp !== "string"){
validate.errors = [{instancePath:"/eventTimestamp",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs7 === errors;
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
