// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { base, hasOwn, isPlain } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "optionId",
    "optionName",
    "optionColor",
  ]),
  forbidden: /* @__PURE__ */ new Map([
    ["disabled", { reason: "since v59.3.4: not in every shop of 48..", addedIn: "59.3.4" }],
    ["articleNumber", { reason: "since v59: not in every shop of 48..", addedIn: "59" }],
    ["barcode", { reason: "since v59: not in every shop of 48..", addedIn: "59" }],
    ["pluNumber", { reason: "since v59: not in every shop of 48..", addedIn: "59" }],
    ["supplierArticleNumber", { reason: "since v59: not in every shop of 48..", addedIn: "59" }],
    ["extArticleId", { reason: "since v59: not in every shop of 48..", addedIn: "59" }],
  ]),
};

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.optionId === undefined) || (!((plain && base.optionId === undefined || hasOwn.call(data, "optionId"))))){
const err0 = {instancePath:"",keyword:"required",params:{missingProperty: "optionId"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.optionName === undefined) || (!((plain && base.optionName === undefined || hasOwn.call(data, "optionName"))))){
const err1 = {instancePath:"",keyword:"required",params:{missingProperty: "optionName"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.optionId !== undefined && (plain && base.optionId === undefined || hasOwn.call(data, "optionId"))){
let data0 = data.optionId;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err2 = {instancePath:"/optionId",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(Number.isInteger(data0) && !Number.isSafeInteger(data0)){
const err3 = {instancePath:"/optionId",keyword:"safeInteger",params:{}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.optionName !== undefined && (plain && base.optionName === undefined || hasOwn.call(data, "optionName"))){
if(typeof data.optionName !== "string"){
const err4 = {instancePath:"/optionName",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.optionColor !== undefined && (plain && base.optionColor === undefined || hasOwn.call(data, "optionColor"))){
if(typeof data.optionColor !== "string"){
const err5 = {instancePath:"/optionColor",keyword:"type",params:{type: "string"}};
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
if(true && key0 !== "optionId" && key0 !== "optionName" && key0 !== "optionColor" && data[key0] !== undefined && hasOwn.call(data, key0)){
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
