// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { isUri } from "../formats.js";
import { base, baseOf, hasOwn } from "../own.js";

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

export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.url === undefined) || (!((base.url === undefined && baseOf(data) === base || hasOwn.call(data, "url"))))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "url"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.url !== undefined && (base.url === undefined && baseOf(data) === base || hasOwn.call(data, "url"))){
let data0 = data.url;
if(typeof data0 === "string"){
if(!isUri(data0)){
const err1 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/formats",keyword:"formats",params:{formats: ["uri"]}};
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
const err2 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.autoOpen !== undefined && (base.autoOpen === undefined && baseOf(data) === base || hasOwn.call(data, "autoOpen"))){
if(typeof data.autoOpen !== "boolean"){
const err3 = {instancePath:instancePath+"/autoOpen",schemaPath:"#/properties/autoOpen/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.urlTitle !== undefined && (base.urlTitle === undefined && baseOf(data) === base || hasOwn.call(data, "urlTitle"))){
if(typeof data.urlTitle !== "string"){
const err4 = {instancePath:instancePath+"/urlTitle",schemaPath:"#/properties/urlTitle/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.closeOnDomainChange !== undefined && (base.closeOnDomainChange === undefined && baseOf(data) === base || hasOwn.call(data, "closeOnDomainChange"))){
if(typeof data.closeOnDomainChange !== "boolean"){
const err5 = {instancePath:instancePath+"/closeOnDomainChange",schemaPath:"#/properties/closeOnDomainChange/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.minimumWidth !== undefined && (base.minimumWidth === undefined && baseOf(data) === base || hasOwn.call(data, "minimumWidth"))){
let data4 = data.minimumWidth;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err6 = {instancePath:instancePath+"/minimumWidth",schemaPath:"#/properties/minimumWidth/type",keyword:"type",params:{type: "integer"}};
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
const err7 = {instancePath:instancePath+"/minimumWidth",schemaPath:"#/properties/minimumWidth/safeInteger",keyword:"safeInteger",params:{}};
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
if(data.minimumHeight !== undefined && (base.minimumHeight === undefined && baseOf(data) === base || hasOwn.call(data, "minimumHeight"))){
let data5 = data.minimumHeight;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err8 = {instancePath:instancePath+"/minimumHeight",schemaPath:"#/properties/minimumHeight/type",keyword:"type",params:{type: "integer"}};
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
const err9 = {instancePath:instancePath+"/minimumHeight",schemaPath:"#/properties/minimumHeight/safeInteger",keyword:"safeInteger",params:{}};
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
if(typeof data.toJSON === "function" && !(base.toJSON === undefined && baseOf(data) === base || hasOwn.call(data, "toJSON"))){
const err10 = {instancePath,schemaPath:"#/closed",keyword:"closed",params:{property: "toJSON", closed}};
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
const err11 = {instancePath,schemaPath:"#/closed",keyword:"closed",params:{property: key0, closed}};
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
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
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
