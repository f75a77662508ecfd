// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateCommonRequest } from "./CommonRequest.js";
import { validate as validateSelectRelation } from "./SelectRelation.js";
import { validate as validateSession } from "./Session.js";
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
if((((data.session === undefined) || (!((plain && base.session === undefined || hasOwn.call(data, "session"))))) && (missing0 = "session")) || (((data.selectRelation === undefined) || (!((plain && base.selectRelation === undefined || hasOwn.call(data, "selectRelation"))))) && (missing0 = "selectRelation"))){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.session !== undefined && (plain && base.session === undefined || hasOwn.call(data, "session"))){
const _errs2 = errors;
if(!validateSession.call(this, data.session)){
vErrors = faultsUnder("/session", validateSession.errors, vErrors);
errors = vErrors.length;
}
var valid1 = _errs2 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.selectRelation !== undefined && (plain && base.selectRelation === undefined || hasOwn.call(data, "selectRelation"))){
let data1 = data.selectRelation;
const _errs3 = errors;
const _errs4 = errors;
let valid2 = true;
const _errs5 = errors;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs5 === errors;
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs7 = errors;
if(!validateSelectRelation.call(this, data1)){
vErrors = faultsUnder("/selectRelation", validateSelectRelation.errors, vErrors);
errors = vErrors.length;
}
var _valid0 = _errs7 === errors;
valid2 = _valid0;
ifClause0 = "then";
}
else {
const _errs8 = errors;
const _errs9 = errors;
let valid3 = true;
const _errs10 = errors;
if(data1 !== null){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid1 = _errs10 === errors;
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
let ifClause1;
if(_valid1){
const _errs12 = errors;
if(data1 !== null){
validate.errors = [{instancePath:"/selectRelation",keyword:"type",params:{type: "null"}}];
return false;
}
var _valid1 = _errs12 === errors;
valid3 = _valid1;
ifClause1 = "then";
}
else {
const _errs14 = errors;
if(true){
validate.errors = [{instancePath:"/selectRelation",keyword:"kinds",params:{kinds: ["object", "null"]}}];
return false;
}
var _valid1 = _errs14 === errors;
valid3 = _valid1;
ifClause1 = "else";
}
if(!valid3){
const err2 = {instancePath:"/selectRelation",keyword:"if",params:{failingKeyword: ifClause1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate.errors = vErrors;
return false;
}
var _valid0 = _errs8 === errors;
valid2 = _valid0;
ifClause0 = "else";
}
if(!valid2){
const err3 = {instancePath:"/selectRelation",keyword:"if",params:{failingKeyword: ifClause0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate.errors = vErrors;
return false;
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
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
