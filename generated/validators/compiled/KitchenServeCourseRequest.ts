// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateCafeteriaOrder } from "./CafeteriaOrder.js";
import { validate as validateCommonRequest } from "./CommonRequest.js";
import { validate as validateCourse } from "./Course.js";
import { validate as validateOrder } from "./Order.js";
import { validate as validateTable } from "./Table.js";
import { validate as validateTableOrder } from "./TableOrder.js";
import { base, baseOf, hasOwn } from "../own.js";

export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {
let vErrors = null;
let errors = 0;
if(!(validateCommonRequest.call(this, data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validateCommonRequest.errors : vErrors.concat(validateCommonRequest.errors);
errors = vErrors.length;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.course === undefined) || (!((base.course === undefined && baseOf(data) === base || hasOwn.call(data, "course"))))) && (missing0 = "course")){
validate.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.course !== undefined && (base.course === undefined && baseOf(data) === base || hasOwn.call(data, "course"))){
const _errs2 = errors;
if(!(validateCourse.call(this, data.course, {instancePath:instancePath+"/course",parentData:data,parentDataProperty:"course",rootData}))){
vErrors = vErrors === null ? validateCourse.errors : vErrors.concat(validateCourse.errors);
errors = vErrors.length;
}
var valid1 = _errs2 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.table !== undefined && (base.table === undefined && baseOf(data) === base || hasOwn.call(data, "table"))){
const _errs3 = errors;
if(!(validateTable.call(this, data.table, {instancePath:instancePath+"/table",parentData:data,parentDataProperty:"table",rootData}))){
vErrors = vErrors === null ? validateTable.errors : vErrors.concat(validateTable.errors);
errors = vErrors.length;
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.tableOrder !== undefined && (base.tableOrder === undefined && baseOf(data) === base || hasOwn.call(data, "tableOrder"))){
const _errs4 = errors;
if(!(validateTableOrder.call(this, data.tableOrder, {instancePath:instancePath+"/tableOrder",parentData:data,parentDataProperty:"tableOrder",rootData}))){
vErrors = vErrors === null ? validateTableOrder.errors : vErrors.concat(validateTableOrder.errors);
errors = vErrors.length;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.cafeteriaOrder !== undefined && (base.cafeteriaOrder === undefined && baseOf(data) === base || hasOwn.call(data, "cafeteriaOrder"))){
const _errs5 = errors;
if(!(validateCafeteriaOrder.call(this, data.cafeteriaOrder, {instancePath:instancePath+"/cafeteriaOrder",parentData:data,parentDataProperty:"cafeteriaOrder",rootData}))){
vErrors = vErrors === null ? validateCafeteriaOrder.errors : vErrors.concat(validateCafeteriaOrder.errors);
errors = vErrors.length;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.order !== undefined && (base.order === undefined && baseOf(data) === base || hasOwn.call(data, "order"))){
const _errs6 = errors;
if(!(validateOrder.call(this, data.order, {instancePath:instancePath+"/order",parentData:data,parentDataProperty:"order",rootData}))){
vErrors = vErrors === null ? validateOrder.errors : vErrors.concat(validateOrder.errors);
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
validate.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate.errors = vErrors;
return errors === 0;
}
