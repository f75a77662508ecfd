// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validatePrepaidTable } from "./PrepaidTable.js";
import { validate as validatePrepayment } from "./Prepayment.js";
import { isUuid } from "../formats.js";
import { base, faultsUnder, hasOwn, isPlain } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "table",
    "sessionId",
    "payments",
  ]),
  forbidden: /* @__PURE__ */ new Map(),
};

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.table === undefined) || (!((plain && base.table === undefined || hasOwn.call(data, "table"))))){
const err0 = {instancePath:"",keyword:"required",params:{missingProperty: "table"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.sessionId === undefined) || (!((plain && base.sessionId === undefined || hasOwn.call(data, "sessionId"))))){
const err1 = {instancePath:"",keyword:"required",params:{missingProperty: "sessionId"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.payments === undefined) || (!((plain && base.payments === undefined || hasOwn.call(data, "payments"))))){
const err2 = {instancePath:"",keyword:"required",params:{missingProperty: "payments"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.table !== undefined && (plain && base.table === undefined || hasOwn.call(data, "table"))){
if(!validatePrepaidTable.call(this, data.table)){
vErrors = faultsUnder("/table", validatePrepaidTable.errors, vErrors);
errors = vErrors.length;
}
}
if(data.sessionId !== undefined && (plain && base.sessionId === undefined || hasOwn.call(data, "sessionId"))){
let data1 = data.sessionId;
if(typeof data1 === "string"){
if(!isUuid(data1)){
const err3 = {instancePath:"/sessionId",keyword:"formats",params:{formats: ["uuid"]}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:"/sessionId",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.payments !== undefined && (plain && base.payments === undefined || hasOwn.call(data, "payments"))){
let data2 = data.payments;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!validatePrepayment.call(this, data2[i0])){
vErrors = faultsUnder("/payments/" + i0, validatePrepayment.errors, vErrors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:"/payments",keyword:"type",params:{type: "array"}};
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
if(true && key0 !== "table" && key0 !== "sessionId" && key0 !== "payments" && data[key0] !== undefined && hasOwn.call(data, key0)){
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
