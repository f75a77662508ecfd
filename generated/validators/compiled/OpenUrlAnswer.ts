// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { isUri } from "../formats.js";
import { base, hasOwn, isPlain } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "url",
    "autoOpen",
    "urlTitle",
    "closeOnDomainChange",
    "minimumWidth",
    "minimumHeight",
  ]),
  forbidden: /* @__PURE__ */ new Map(),
};

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.url === undefined) || (!((plain && base.url === undefined || hasOwn.call(data, "url"))))){
const err0 = {instancePath:"",keyword:"required",params:{missingProperty: "url"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.url !== undefined && (plain && base.url === undefined || hasOwn.call(data, "url"))){
let data0 = data.url;
if(typeof data0 === "string"){
if(!isUri(data0)){
const err1 = {instancePath:"/url",keyword:"formats",params:{formats: ["uri"]}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:"/url",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.autoOpen !== undefined && (plain && base.autoOpen === undefined || hasOwn.call(data, "autoOpen"))){
if(typeof data.autoOpen !== "boolean"){
const err3 = {instancePath:"/autoOpen",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.urlTitle !== undefined && (plain && base.urlTitle === undefined || hasOwn.call(data, "urlTitle"))){
if(typeof data.urlTitle !== "string"){
const err4 = {instancePath:"/urlTitle",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.closeOnDomainChange !== undefined && (plain && base.closeOnDomainChange === undefined || hasOwn.call(data, "closeOnDomainChange"))){
if(typeof data.closeOnDomainChange !== "boolean"){
const err5 = {instancePath:"/closeOnDomainChange",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.minimumWidth !== undefined && (plain && base.minimumWidth === undefined || hasOwn.call(data, "minimumWidth"))){
let data4 = data.minimumWidth;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err6 = {instancePath:"/minimumWidth",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(Number.isInteger(data4) && !Number.isSafeInteger(data4)){
const err7 = {instancePath:"/minimumWidth",keyword:"safeInteger",params:{}};
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
if(data.minimumHeight !== undefined && (plain && base.minimumHeight === undefined || hasOwn.call(data, "minimumHeight"))){
let data5 = data.minimumHeight;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err8 = {instancePath:"/minimumHeight",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(Number.isInteger(data5) && !Number.isSafeInteger(data5)){
const err9 = {instancePath:"/minimumHeight",keyword:"safeInteger",params:{}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(typeof data.toJSON === "function" && !(plain && base.toJSON === undefined || hasOwn.call(data, "toJSON"))){
const err10 = {instancePath:"",keyword:"closed",params:{property: "toJSON", closed}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key0 in data){
if(true && key0 !== "url" && key0 !== "autoOpen" && key0 !== "urlTitle" && key0 !== "closeOnDomainChange" && key0 !== "minimumWidth" && key0 !== "minimumHeight" && data[key0] !== undefined && hasOwn.call(data, key0)){
const err11 = {instancePath:"",keyword:"closed",params:{property: key0, closed}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:"",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate.errors = vErrors;
return errors === 0;
}
