// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { base, baseOf, hasOwn } from "../own.js";

export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.courseNumber === undefined) || (!((base.courseNumber === undefined && baseOf(data) === base || hasOwn.call(data, "courseNumber"))))) && (missing0 = "courseNumber")) || (((data.name === undefined) || (!((base.name === undefined && baseOf(data) === base || hasOwn.call(data, "name"))))) && (missing0 = "name"))) || (((data.abbreviation === undefined) || (!((base.abbreviation === undefined && baseOf(data) === base || hasOwn.call(data, "abbreviation"))))) && (missing0 = "abbreviation"))){
validate.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.courseNumber !== undefined && (base.courseNumber === undefined && baseOf(data) === base || hasOwn.call(data, "courseNumber"))){
let data0 = data.courseNumber;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate.errors = [{instancePath:instancePath+"/courseNumber",schemaPath:"#/properties/courseNumber/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(Number.isInteger(data0) && !Number.isSafeInteger(data0)){
validate.errors = [{instancePath:instancePath+"/courseNumber",schemaPath:"#/properties/courseNumber/safeInteger",keyword:"safeInteger",params:{}}];
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
if(data.name !== undefined && (base.name === undefined && baseOf(data) === base || hasOwn.call(data, "name"))){
const _errs3 = errors;
if(typeof data.name !== "string"){
validate.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.abbreviation !== undefined && (base.abbreviation === undefined && baseOf(data) === base || hasOwn.call(data, "abbreviation"))){
const _errs5 = errors;
if(typeof data.abbreviation !== "string"){
validate.errors = [{instancePath:instancePath+"/abbreviation",schemaPath:"#/properties/abbreviation/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sequenceNumber !== undefined && (base.sequenceNumber === undefined && baseOf(data) === base || hasOwn.call(data, "sequenceNumber"))){
let data3 = data.sequenceNumber;
const _errs7 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate.errors = [{instancePath:instancePath+"/sequenceNumber",schemaPath:"#/properties/sequenceNumber/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs7){
if((typeof data3 == "number") && (isFinite(data3))){
if(Number.isInteger(data3) && !Number.isSafeInteger(data3)){
validate.errors = [{instancePath:instancePath+"/sequenceNumber",schemaPath:"#/properties/sequenceNumber/safeInteger",keyword:"safeInteger",params:{}}];
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
if(data.expectedPreparationTime !== undefined && (base.expectedPreparationTime === undefined && baseOf(data) === base || hasOwn.call(data, "expectedPreparationTime"))){
let data4 = data.expectedPreparationTime;
const _errs9 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate.errors = [{instancePath:instancePath+"/expectedPreparationTime",schemaPath:"#/properties/expectedPreparationTime/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs9){
if((typeof data4 == "number") && (isFinite(data4))){
if(Number.isInteger(data4) && !Number.isSafeInteger(data4)){
validate.errors = [{instancePath:instancePath+"/expectedPreparationTime",schemaPath:"#/properties/expectedPreparationTime/safeInteger",keyword:"safeInteger",params:{}}];
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
if(data.actualPreparationTime !== undefined && (base.actualPreparationTime === undefined && baseOf(data) === base || hasOwn.call(data, "actualPreparationTime"))){
let data5 = data.actualPreparationTime;
const _errs11 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate.errors = [{instancePath:instancePath+"/actualPreparationTime",schemaPath:"#/properties/actualPreparationTime/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs11){
if((typeof data5 == "number") && (isFinite(data5))){
if(Number.isInteger(data5) && !Number.isSafeInteger(data5)){
validate.errors = [{instancePath:instancePath+"/actualPreparationTime",schemaPath:"#/properties/actualPreparationTime/safeInteger",keyword:"safeInteger",params:{}}];
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
validate.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate.errors = vErrors;
return errors === 0;
}
