// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validatePayment } from "./Payment.js";
import { validate as validateRelation } from "./Relation.js";
import { validate as validateSessionLine } from "./SessionLine.js";
import { validate as validateSessionTable } from "./SessionTable.js";
import { base, faultsUnder, hasOwn, isPlain } from "../own.js";

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.sessionId === undefined) || (!((plain && base.sessionId === undefined || hasOwn.call(data, "sessionId"))))) && (missing0 = "sessionId")){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.sessionId !== undefined && (plain && base.sessionId === undefined || hasOwn.call(data, "sessionId"))){
const _errs1 = errors;
if(typeof data.sessionId !== "string"){
validate.errors = [{instancePath:"/sessionId",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.table !== undefined && (plain && base.table === undefined || hasOwn.call(data, "table"))){
const _errs3 = errors;
if(!validateSessionTable.call(this, data.table)){
vErrors = faultsUnder("/table", validateSessionTable.errors, vErrors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lines !== undefined && (plain && base.lines === undefined || hasOwn.call(data, "lines"))){
let data2 = data.lines;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data2)){
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
const _errs6 = errors;
if(!validateSessionLine.call(this, data2[i0])){
vErrors = faultsUnder("/lines/" + i0, validateSessionLine.errors, vErrors);
errors = vErrors.length;
}
var valid1 = _errs6 === errors;
if(!valid1){
break;
}
}
}
else {
validate.errors = [{instancePath:"/lines",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payments !== undefined && (plain && base.payments === undefined || hasOwn.call(data, "payments"))){
let data4 = data.payments;
const _errs7 = errors;
if(errors === _errs7){
if(Array.isArray(data4)){
var valid2 = true;
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
const _errs9 = errors;
if(!validatePayment.call(this, data4[i1])){
vErrors = faultsUnder("/payments/" + i1, validatePayment.errors, vErrors);
errors = vErrors.length;
}
var valid2 = _errs9 === errors;
if(!valid2){
break;
}
}
}
else {
validate.errors = [{instancePath:"/payments",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.relation !== undefined && (plain && base.relation === undefined || hasOwn.call(data, "relation"))){
const _errs10 = errors;
if(!validateRelation.call(this, data.relation)){
vErrors = faultsUnder("/relation", validateRelation.errors, vErrors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.totalInclAmount !== undefined && (plain && base.totalInclAmount === undefined || hasOwn.call(data, "totalInclAmount"))){
let data7 = data.totalInclAmount;
const _errs11 = errors;
if(!((typeof data7 == "number") && (isFinite(data7)))){
validate.errors = [{instancePath:"/totalInclAmount",keyword:"type",params:{type: "number"}}];
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
validate.errors = [{instancePath:"",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate.errors = vErrors;
return errors === 0;
}
