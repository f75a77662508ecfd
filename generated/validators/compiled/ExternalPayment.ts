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
if(((((data.externalPaymentId === undefined) || (!((plain && base.externalPaymentId === undefined || hasOwn.call(data, "externalPaymentId"))))) && (missing0 = "externalPaymentId")) || (((data.amount === undefined) || (!((plain && base.amount === undefined || hasOwn.call(data, "amount"))))) && (missing0 = "amount"))) || (((data.method === undefined) || (!((plain && base.method === undefined || hasOwn.call(data, "method"))))) && (missing0 = "method"))){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.externalPaymentId !== undefined && (plain && base.externalPaymentId === undefined || hasOwn.call(data, "externalPaymentId"))){
const _errs1 = errors;
if(typeof data.externalPaymentId !== "string"){
validate.errors = [{instancePath:"/externalPaymentId",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amount !== undefined && (plain && base.amount === undefined || hasOwn.call(data, "amount"))){
let data1 = data.amount;
const _errs3 = errors;
if(!((typeof data1 == "number") && (isFinite(data1)))){
validate.errors = [{instancePath:"/amount",keyword:"type",params:{type: "number"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.method !== undefined && (plain && base.method === undefined || hasOwn.call(data, "method"))){
const _errs5 = errors;
if(typeof data.method !== "string"){
validate.errors = [{instancePath:"/method",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.callbackUrl !== undefined && (plain && base.callbackUrl === undefined || hasOwn.call(data, "callbackUrl"))){
const _errs7 = errors;
if(typeof data.callbackUrl !== "string"){
validate.errors = [{instancePath:"/callbackUrl",keyword:"type",params:{type: "string"}}];
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
