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
if(((((data.courseNumber === undefined) || (!((plain && base.courseNumber === undefined || hasOwn.call(data, "courseNumber"))))) && (missing0 = "courseNumber")) || (((data.name === undefined) || (!((plain && base.name === undefined || hasOwn.call(data, "name"))))) && (missing0 = "name"))) || (((data.abbreviation === undefined) || (!((plain && base.abbreviation === undefined || hasOwn.call(data, "abbreviation"))))) && (missing0 = "abbreviation"))){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.courseNumber !== undefined && (plain && base.courseNumber === undefined || hasOwn.call(data, "courseNumber"))){
let data0 = data.courseNumber;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate.errors = [{instancePath:"/courseNumber",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(Number.isInteger(data0) && !Number.isSafeInteger(data0)){
validate.errors = [{instancePath:"/courseNumber",keyword:"safeInteger",params:{}}];
return false;
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined && (plain && base.name === undefined || hasOwn.call(data, "name"))){
const _errs3 = errors;
if(typeof data.name !== "string"){
validate.errors = [{instancePath:"/name",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.abbreviation !== undefined && (plain && base.abbreviation === undefined || hasOwn.call(data, "abbreviation"))){
const _errs5 = errors;
if(typeof data.abbreviation !== "string"){
validate.errors = [{instancePath:"/abbreviation",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sequenceNumber !== undefined && (plain && base.sequenceNumber === undefined || hasOwn.call(data, "sequenceNumber"))){
let data3 = data.sequenceNumber;
const _errs7 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate.errors = [{instancePath:"/sequenceNumber",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs7){
if((typeof data3 == "number") && (isFinite(data3))){
if(Number.isInteger(data3) && !Number.isSafeInteger(data3)){
validate.errors = [{instancePath:"/sequenceNumber",keyword:"safeInteger",params:{}}];
return false;
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.expectedPreparationTime !== undefined && (plain && base.expectedPreparationTime === undefined || hasOwn.call(data, "expectedPreparationTime"))){
let data4 = data.expectedPreparationTime;
const _errs9 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate.errors = [{instancePath:"/expectedPreparationTime",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs9){
if((typeof data4 == "number") && (isFinite(data4))){
if(Number.isInteger(data4) && !Number.isSafeInteger(data4)){
validate.errors = [{instancePath:"/expectedPreparationTime",keyword:"safeInteger",params:{}}];
return false;
}
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.actualPreparationTime !== undefined && (plain && base.actualPreparationTime === undefined || hasOwn.call(data, "actualPreparationTime"))){
let data5 = data.actualPreparationTime;
const _errs11 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate.errors = [{instancePath:"/actualPreparationTime",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs11){
if((typeof data5 == "number") && (isFinite(data5))){
if(Number.isInteger(data5) && !Number.isSafeInteger(data5)){
validate.errors = [{instancePath:"/actualPreparationTime",keyword:"safeInteger",params:{}}];
return false;
}
}
}
var valid0 = _errs11 === errors;
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
}
else {
validate.errors = [{instancePath:"",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate.errors = vErrors;
return errors === 0;
}
