// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { base, baseOf, hasOwn } from "../own.js";

export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.externalPaymentId === undefined) || (!((base.externalPaymentId === undefined && baseOf(data) === base || hasOwn.call(data, "externalPaymentId"))))) && (missing0 = "externalPaymentId")) || (((data.amount === undefined) || (!((base.amount === undefined && baseOf(data) === base || hasOwn.call(data, "amount"))))) && (missing0 = "amount"))) || (((data.method === undefined) || (!((base.method === undefined && baseOf(data) === base || hasOwn.call(data, "method"))))) && (missing0 = "method"))){
validate.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.externalPaymentId !== undefined && (base.externalPaymentId === undefined && baseOf(data) === base || hasOwn.call(data, "externalPaymentId"))){
const _errs1 = errors;
if(typeof data.externalPaymentId !== "string"){
validate.errors = [{instancePath:instancePath+"/externalPaymentId",schemaPath:"#/properties/externalPaymentId/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amount !== undefined && (base.amount === undefined && baseOf(data) === base || hasOwn.call(data, "amount"))){
let data1 = data.amount;
const _errs3 = errors;
if(!((typeof data1 == "number") && (isFinite(data1)))){
validate.errors = [{instancePath:instancePath+"/amount",schemaPath:"#/properties/amount/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.method !== undefined && (base.method === undefined && baseOf(data) === base || hasOwn.call(data, "method"))){
const _errs5 = errors;
if(typeof data.method !== "string"){
validate.errors = [{instancePath:instancePath+"/method",schemaPath:"#/properties/method/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.callbackUrl !== undefined && (base.callbackUrl === undefined && baseOf(data) === base || hasOwn.call(data, "callbackUrl"))){
const _errs7 = errors;
if(typeof data.callbackUrl !== "string"){
validate.errors = [{instancePath:instancePath+"/callbackUrl",schemaPath:"#/properties/callbackUrl/type",keyword:"type",params:{type: "string"}}];
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
validate.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate.errors = vErrors;
return errors === 0;
}
