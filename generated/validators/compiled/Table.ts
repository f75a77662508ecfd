// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { base, hasOwn, isPlain } from "../own.js";

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.tableName !== undefined && (plain && base.tableName === undefined || hasOwn.call(data, "tableName"))){
const _errs1 = errors;
if(typeof data.tableName !== "string"){
validate.errors = [{instancePath:"/tableName",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.numberOfGuests !== undefined && (plain && base.numberOfGuests === undefined || hasOwn.call(data, "numberOfGuests"))){
let data1 = data.numberOfGuests;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate.errors = [{instancePath:"/numberOfGuests",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(Number.isInteger(data1) && !Number.isSafeInteger(data1)){
validate.errors = [{instancePath:"/numberOfGuests",keyword:"safeInteger",params:{}}];
return false;
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.number !== undefined && (plain && base.number === undefined || hasOwn.call(data, "number"))){
let data2 = data.number;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate.errors = [{instancePath:"/number",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(Number.isInteger(data2) && !Number.isSafeInteger(data2)){
validate.errors = [{instancePath:"/number",keyword:"safeInteger",params:{}}];
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
if(data.subNumber !== undefined && (plain && base.subNumber === undefined || hasOwn.call(data, "subNumber"))){
let data3 = data.subNumber;
const _errs7 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate.errors = [{instancePath:"/subNumber",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs7){
if((typeof data3 == "number") && (isFinite(data3))){
if(Number.isInteger(data3) && !Number.isSafeInteger(data3)){
validate.errors = [{instancePath:"/subNumber",keyword:"safeInteger",params:{}}];
return false;
}
}
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
else {
validate.errors = [{instancePath:"",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate.errors = vErrors;
return errors === 0;
}
