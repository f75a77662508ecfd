// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validatePayment } from "./Payment.js";
import { validate as validateRelation } from "./Relation.js";
import { validate as validateSessionLine } from "./SessionLine.js";
import { validate as validateSessionTable } from "./SessionTable.js";
import { base, baseOf, hasOwn } from "../own.js";

export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.sessionId === undefined) || (!((base.sessionId === undefined && baseOf(data) === base || hasOwn.call(data, "sessionId"))))) && (missing0 = "sessionId")){
validate.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.sessionId !== undefined && (base.sessionId === undefined && baseOf(data) === base || hasOwn.call(data, "sessionId"))){
const _errs1 = errors;
if(typeof data.sessionId !== "string"){
validate.errors = [{instancePath:instancePath+"/sessionId",schemaPath:"#/properties/sessionId/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.table !== undefined && (base.table === undefined && baseOf(data) === base || hasOwn.call(data, "table"))){
const _errs3 = errors;
if(!(validateSessionTable.call(this, data.table, {instancePath:instancePath+"/table",parentData:data,parentDataProperty:"table",rootData}))){
vErrors = vErrors === null ? validateSessionTable.errors : vErrors.concat(validateSessionTable.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lines !== undefined && (base.lines === undefined && baseOf(data) === base || hasOwn.call(data, "lines"))){
let data2 = data.lines;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data2)){
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
const _errs6 = errors;
if(!(validateSessionLine.call(this, data2[i0], {instancePath:instancePath+"/lines/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validateSessionLine.errors : vErrors.concat(validateSessionLine.errors);
errors = vErrors.length;
}
var valid1 = _errs6 === errors;
if(!valid1){
break;
}
}
}
else {
validate.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payments !== undefined && (base.payments === undefined && baseOf(data) === base || hasOwn.call(data, "payments"))){
let data4 = data.payments;
const _errs7 = errors;
if(errors === _errs7){
if(Array.isArray(data4)){
var valid2 = true;
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
const _errs9 = errors;
if(!(validatePayment.call(this, data4[i1], {instancePath:instancePath+"/payments/" + i1,parentData:data4,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validatePayment.errors : vErrors.concat(validatePayment.errors);
errors = vErrors.length;
}
var valid2 = _errs9 === errors;
if(!valid2){
break;
}
}
}
else {
validate.errors = [{instancePath:instancePath+"/payments",schemaPath:"#/properties/payments/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.relation !== undefined && (base.relation === undefined && baseOf(data) === base || hasOwn.call(data, "relation"))){
const _errs10 = errors;
if(!(validateRelation.call(this, data.relation, {instancePath:instancePath+"/relation",parentData:data,parentDataProperty:"relation",rootData}))){
vErrors = vErrors === null ? validateRelation.errors : vErrors.concat(validateRelation.errors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.totalInclAmount !== undefined && (base.totalInclAmount === undefined && baseOf(data) === base || hasOwn.call(data, "totalInclAmount"))){
let data7 = data.totalInclAmount;
const _errs11 = errors;
if(!((typeof data7 == "number") && (isFinite(data7)))){
validate.errors = [{instancePath:instancePath+"/totalInclAmount",schemaPath:"#/properties/totalInclAmount/type",keyword:"type",params:{type: "number"}}];
return false;
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
