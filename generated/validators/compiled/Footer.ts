// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateFooterBarcode } from "./FooterBarcode.js";
import { base, faultsUnder, hasOwn, isPlain } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "textBefore",
    "text",
    "barcode",
    "textAfter",
    "printSeparate",
  ]),
  forbidden: /* @__PURE__ */ new Map([
    ["textBeforeOptions", { reason: "since v59: not in every shop of 48..", addedIn: "59" }],
    ["textAfterOptions", { reason: "since v59: not in every shop of 48..", addedIn: "59" }],
  ]),
};

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.textBefore !== undefined && (plain && base.textBefore === undefined || hasOwn.call(data, "textBefore"))){
if(typeof data.textBefore !== "string"){
const err0 = {instancePath:"/textBefore",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.text !== undefined && (plain && base.text === undefined || hasOwn.call(data, "text"))){
if(typeof data.text !== "string"){
const err1 = {instancePath:"/text",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.barcode !== undefined && (plain && base.barcode === undefined || hasOwn.call(data, "barcode"))){
if(!validateFooterBarcode.call(this, data.barcode)){
vErrors = faultsUnder("/barcode", validateFooterBarcode.errors, vErrors);
errors = vErrors.length;
}
}
if(data.textAfter !== undefined && (plain && base.textAfter === undefined || hasOwn.call(data, "textAfter"))){
if(typeof data.textAfter !== "string"){
const err2 = {instancePath:"/textAfter",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.printSeparate !== undefined && (plain && base.printSeparate === undefined || hasOwn.call(data, "printSeparate"))){
if(typeof data.printSeparate !== "boolean"){
const err3 = {instancePath:"/printSeparate",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(typeof data.toJSON === "function" && !(plain && base.toJSON === undefined || hasOwn.call(data, "toJSON"))){
const err4 = {instancePath:"",keyword:"closed",params:{property: "toJSON", closed}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(true && key0 !== "textBefore" && key0 !== "text" && key0 !== "barcode" && key0 !== "textAfter" && key0 !== "printSeparate" && data[key0] !== undefined && hasOwn.call(data, key0)){
const err5 = {instancePath:"",keyword:"closed",params:{property: key0, closed}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:"",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate.errors = vErrors;
return errors === 0;
}
