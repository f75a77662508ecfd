// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateCommonResponse } from "./CommonResponse.js";
import { validate as validateFooter } from "./Footer.js";
import { base, faultsUnder, hasOwn, isPlain } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "error",
    "message",
    "dialog",
    "requestScanCode",
    "openUrl",
    "displayBarcode",
    "hideBarcode",
    "lineChanges",
    "lineAdditions",
    "lineDeletions",
    "lockSession",
    "lockSessionForAdditions",
    "vatMethodChange",
    "prepayTable",
    "externalCardScan",
    "customActionChange",
    "requestCustomAction",
    "polling",
    "version",
    "billFooter",
  ]),
  forbidden: /* @__PURE__ */ new Map([
    ["form", { reason: "since v59: not in every shop of 48..", addedIn: "59" }],
    ["externalPayment", { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" }],
    ["receiptFooter", { reason: "only for completeSession" }],
    ["scanCode", { reason: "only for scanCode" }],
  ]),
};

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(!validateCommonResponse.call(this, data)){
vErrors = faultsUnder("", validateCommonResponse.errors, vErrors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.billFooter !== undefined && (plain && base.billFooter === undefined || hasOwn.call(data, "billFooter"))){
let data0 = data.billFooter;
const _errs3 = errors;
let valid2 = true;
const _errs4 = errors;
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
var _valid0 = _errs4 === errors;
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs6 = errors;
if(!validateFooter.call(this, data0)){
vErrors = faultsUnder("/billFooter", validateFooter.errors, vErrors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid2 = _valid0;
ifClause0 = "then";
}
else {
const _errs7 = errors;
const _errs8 = errors;
let valid3 = true;
const _errs9 = errors;
if(!(Array.isArray(data0))){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid1 = _errs9 === errors;
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
let ifClause1;
if(_valid1){
const _errs11 = errors;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!validateFooter.call(this, data0[i0])){
vErrors = faultsUnder("/billFooter/" + i0, validateFooter.errors, vErrors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:"/billFooter",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid1 = _errs11 === errors;
valid3 = _valid1;
ifClause1 = "then";
}
else {
const _errs14 = errors;
if(true){
const err3 = {instancePath:"/billFooter",keyword:"kinds",params:{kinds: ["object", "array"]}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid1 = _errs14 === errors;
valid3 = _valid1;
ifClause1 = "else";
}
if(!valid3){
const err4 = {instancePath:"/billFooter",keyword:"if",params:{failingKeyword: ifClause1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid2 = _valid0;
ifClause0 = "else";
}
if(!valid2){
const err5 = {instancePath:"/billFooter",keyword:"if",params:{failingKeyword: ifClause0}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(typeof data.toJSON === "function" && !(plain && base.toJSON === undefined || hasOwn.call(data, "toJSON"))){
const err6 = {instancePath:"",keyword:"closed",params:{property: "toJSON", closed}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key0 in data){
if(!closed.known.has(key0) && data[key0] !== undefined && hasOwn.call(data, key0)){
const err7 = {instancePath:"",keyword:"closed",params:{property: key0, closed}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:"",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate.errors = vErrors;
return errors === 0;
}
