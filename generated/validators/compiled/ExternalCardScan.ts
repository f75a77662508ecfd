// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { isDate, isDateTime } from "../formats.js";
import { base, hasOwn, isPlain } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "cardIdentifier",
    "cardDescription",
    "cardBalance",
    "cardExpiration",
    "cardBlocked",
    "displayTime",
    "isNewBalance",
  ]),
  forbidden: /* @__PURE__ */ new Map(),
};

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.cardIdentifier !== undefined && (plain && base.cardIdentifier === undefined || hasOwn.call(data, "cardIdentifier"))){
if(typeof data.cardIdentifier !== "string"){
const err0 = {instancePath:"/cardIdentifier",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.cardDescription !== undefined && (plain && base.cardDescription === undefined || hasOwn.call(data, "cardDescription"))){
if(typeof data.cardDescription !== "string"){
const err1 = {instancePath:"/cardDescription",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.cardBalance !== undefined && (plain && base.cardBalance === undefined || hasOwn.call(data, "cardBalance"))){
let data2 = data.cardBalance;
if(!((typeof data2 == "number") && (isFinite(data2)))){
const err2 = {instancePath:"/cardBalance",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.cardExpiration !== undefined && (plain && base.cardExpiration === undefined || hasOwn.call(data, "cardExpiration"))){
let data3 = data.cardExpiration;
if(typeof data3 === "string"){
if(!isDate(data3) && !isDateTime(data3)){
const err3 = {instancePath:"/cardExpiration",keyword:"formats",params:{formats: ["date", "date-time"]}};
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
const err4 = {instancePath:"/cardExpiration",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.cardBlocked !== undefined && (plain && base.cardBlocked === undefined || hasOwn.call(data, "cardBlocked"))){
if(typeof data.cardBlocked !== "boolean"){
const err5 = {instancePath:"/cardBlocked",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.displayTime !== undefined && (plain && base.displayTime === undefined || hasOwn.call(data, "displayTime"))){
let data5 = data.displayTime;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err6 = {instancePath:"/displayTime",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(Number.isInteger(data5) && !Number.isSafeInteger(data5)){
const err7 = {instancePath:"/displayTime",keyword:"safeInteger",params:{}};
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
if(data.isNewBalance !== undefined && (plain && base.isNewBalance === undefined || hasOwn.call(data, "isNewBalance"))){
if(typeof data.isNewBalance !== "boolean"){
const err8 = {instancePath:"/isNewBalance",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(typeof data.toJSON === "function" && !(plain && base.toJSON === undefined || hasOwn.call(data, "toJSON"))){
const err9 = {instancePath:"",keyword:"closed",params:{property: "toJSON", closed}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key0 in data){
if(true && key0 !== "cardIdentifier" && key0 !== "cardDescription" && key0 !== "cardBalance" && key0 !== "cardExpiration" && key0 !== "cardBlocked" && key0 !== "displayTime" && key0 !== "isNewBalance" && data[key0] !== undefined && hasOwn.call(data, key0)){
const err10 = {instancePath:"",keyword:"closed",params:{property: key0, closed}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:"",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate.errors = vErrors;
return errors === 0;
}
