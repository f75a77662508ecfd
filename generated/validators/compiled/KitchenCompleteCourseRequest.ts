// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateCafeteriaOrder } from "./CafeteriaOrder.js";
import { validate as validateCommonRequest } from "./CommonRequest.js";
import { validate as validateCourse } from "./Course.js";
import { validate as validateOrder } from "./Order.js";
import { validate as validateTable } from "./Table.js";
import { validate as validateTableOrder } from "./TableOrder.js";
import { base, faultsUnder, hasOwn, isPlain } from "../own.js";

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(!validateCommonRequest.call(this, data)){
vErrors = faultsUnder("", validateCommonRequest.errors, vErrors);
errors = vErrors.length;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.course === undefined) || (!((plain && base.course === undefined || hasOwn.call(data, "course"))))) && (missing0 = "course")){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.course !== undefined && (plain && base.course === undefined || hasOwn.call(data, "course"))){
const _errs2 = errors;
if(!validateCourse.call(this, data.course)){
vErrors = faultsUnder("/course", validateCourse.errors, vErrors);
errors = vErrors.length;
}
var valid1 = _errs2 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.table !== undefined && (plain && base.table === undefined || hasOwn.call(data, "table"))){
const _errs3 = errors;
if(!validateTable.call(this, data.table)){
vErrors = faultsUnder("/table", validateTable.errors, vErrors);
errors = vErrors.length;
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.tableOrder !== undefined && (plain && base.tableOrder === undefined || hasOwn.call(data, "tableOrder"))){
const _errs4 = errors;
if(!validateTableOrder.call(this, data.tableOrder)){
vErrors = faultsUnder("/tableOrder", validateTableOrder.errors, vErrors);
errors = vErrors.length;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.cafeteriaOrder !== undefined && (plain && base.cafeteriaOrder === undefined || hasOwn.call(data, "cafeteriaOrder"))){
const _errs5 = errors;
if(!validateCafeteriaOrder.call(this, data.cafeteriaOrder)){
vErrors = faultsUnder("/cafeteriaOrder", validateCafeteriaOrder.errors, vErrors);
errors = vErrors.length;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.order !== undefined && (plain && base.order === undefined || hasOwn.call(data, "order"))){
const _errs6 = errors;
if(!validateOrder.call(this, data.order)){
vErrors = faultsUnder("/order", validateOrder.errors, vErrors);
errors = vErrors.length;
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
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
