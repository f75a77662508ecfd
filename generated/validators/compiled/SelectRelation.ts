// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateRelation } from "./Relation.js";
import { base, faultsUnder, hasOwn, isPlain } from "../own.js";

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.relation === undefined) || (!((plain && base.relation === undefined || hasOwn.call(data, "relation"))))) && (missing0 = "relation")){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.relation !== undefined && (plain && base.relation === undefined || hasOwn.call(data, "relation"))){
let data0 = data.relation;
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(!(data0 && typeof data0 == "object" && !Array.isArray(data0))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs5 = errors;
if(!validateRelation.call(this, data0)){
vErrors = faultsUnder("/relation", validateRelation.errors, vErrors);
errors = vErrors.length;
}
var _valid0 = _errs5 === errors;
valid1 = _valid0;
ifClause0 = "then";
}
else {
const _errs6 = errors;
const _errs7 = errors;
let valid2 = true;
const _errs8 = errors;
if(data0 !== null){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid1 = _errs8 === errors;
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
let ifClause1;
if(_valid1){
const _errs10 = errors;
if(data0 !== null){
validate.errors = [{instancePath:"/relation",keyword:"type",params:{type: "null"}}];
return false;
}
var _valid1 = _errs10 === errors;
valid2 = _valid1;
ifClause1 = "then";
}
else {
const _errs12 = errors;
if(true){
validate.errors = [{instancePath:"/relation",keyword:"kinds",params:{kinds: ["object", "null"]}}];
return false;
}
var _valid1 = _errs12 === errors;
valid2 = _valid1;
ifClause1 = "else";
}
if(!valid2){
const err2 = {instancePath:"/relation",keyword:"if",params:{failingKeyword: ifClause1}};
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
var _valid0 = _errs6 === errors;
valid1 = _valid0;
ifClause0 = "else";
}
if(!valid1){
const err3 = {instancePath:"/relation",keyword:"if",params:{failingKeyword: ifClause0}};
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
