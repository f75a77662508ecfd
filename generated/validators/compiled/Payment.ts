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
if(((((data.amount === undefined) || (!((plain && base.amount === undefined || hasOwn.call(data, "amount"))))) && (missing0 = "amount")) || (((data.description === undefined) || (!((plain && base.description === undefined || hasOwn.call(data, "description"))))) && (missing0 = "description"))) || (((data.method === undefined) || (!((plain && base.method === undefined || hasOwn.call(data, "method"))))) && (missing0 = "method"))){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.amount !== undefined && (plain && base.amount === undefined || hasOwn.call(data, "amount"))){
let data0 = data.amount;
const _errs1 = errors;
if(!((typeof data0 == "number") && (isFinite(data0)))){
validate.errors = [{instancePath:"/amount",keyword:"type",params:{type: "number"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.description !== undefined && (plain && base.description === undefined || hasOwn.call(data, "description"))){
const _errs3 = errors;
if(typeof data.description !== "string"){
validate.errors = [{instancePath:"/description",keyword:"type",params:{type: "string"}}];
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
