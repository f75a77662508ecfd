// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { base, hasOwn, isPlain } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "finished",
    "message",
    "customerMessage",
    "displayTime",
    "messageDisplayTime",
    "customerMessageDisplayTime",
    "hideTimestamp",
    "clearScreen",
    "clearCustomerScreen",
    "monospacedFont",
  ]),
  forbidden: /* @__PURE__ */ new Map(),
};

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.finished === undefined) || (!((plain && base.finished === undefined || hasOwn.call(data, "finished"))))){
const err0 = {instancePath:"",keyword:"required",params:{missingProperty: "finished"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.finished !== undefined && (plain && base.finished === undefined || hasOwn.call(data, "finished"))){
if(typeof data.finished !== "boolean"){
const err1 = {instancePath:"/finished",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.message !== undefined && (plain && base.message === undefined || hasOwn.call(data, "message"))){
if(typeof data.message !== "string"){
const err2 = {instancePath:"/message",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.customerMessage !== undefined && (plain && base.customerMessage === undefined || hasOwn.call(data, "customerMessage"))){
if(typeof data.customerMessage !== "string"){
const err3 = {instancePath:"/customerMessage",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.displayTime !== undefined && (plain && base.displayTime === undefined || hasOwn.call(data, "displayTime"))){
let data3 = data.displayTime;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err4 = {instancePath:"/displayTime",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(Number.isInteger(data3) && !Number.isSafeInteger(data3)){
const err5 = {instancePath:"/displayTime",keyword:"safeInteger",params:{}};
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
if(data.messageDisplayTime !== undefined && (plain && base.messageDisplayTime === undefined || hasOwn.call(data, "messageDisplayTime"))){
let data4 = data.messageDisplayTime;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err6 = {instancePath:"/messageDisplayTime",keyword:"type",params:{type: "integer"}};
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
const err7 = {instancePath:"/messageDisplayTime",keyword:"safeInteger",params:{}};
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
if(data.customerMessageDisplayTime !== undefined && (plain && base.customerMessageDisplayTime === undefined || hasOwn.call(data, "customerMessageDisplayTime"))){
let data5 = data.customerMessageDisplayTime;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err8 = {instancePath:"/customerMessageDisplayTime",keyword:"type",params:{type: "integer"}};
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
const err9 = {instancePath:"/customerMessageDisplayTime",keyword:"safeInteger",params:{}};
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
if(data.hideTimestamp !== undefined && (plain && base.hideTimestamp === undefined || hasOwn.call(data, "hideTimestamp"))){
if(typeof data.hideTimestamp !== "boolean"){
const err10 = {instancePath:"/hideTimestamp",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.clearScreen !== undefined && (plain && base.clearScreen === undefined || hasOwn.call(data, "clearScreen"))){
if(typeof data.clearScreen !== "boolean"){
const err11 = {instancePath:"/clearScreen",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.clearCustomerScreen !== undefined && (plain && base.clearCustomerScreen === undefined || hasOwn.call(data, "clearCustomerScreen"))){
if(typeof data.clearCustomerScreen !== "boolean"){
const err12 = {instancePath:"/clearCustomerScreen",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.monospacedFont !== undefined && (plain && base.monospacedFont === undefined || hasOwn.call(data, "monospacedFont"))){
if(typeof data.monospacedFont !== "boolean"){
const err13 = {instancePath:"/monospacedFont",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(typeof data.toJSON === "function" && !(plain && base.toJSON === undefined || hasOwn.call(data, "toJSON"))){
const err14 = {instancePath:"",keyword:"closed",params:{property: "toJSON", closed}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key0 in data){
if(true && key0 !== "finished" && key0 !== "message" && key0 !== "customerMessage" && key0 !== "displayTime" && key0 !== "messageDisplayTime" && key0 !== "customerMessageDisplayTime" && key0 !== "hideTimestamp" && key0 !== "clearScreen" && key0 !== "clearCustomerScreen" && key0 !== "monospacedFont" && data[key0] !== undefined && hasOwn.call(data, key0)){
const err15 = {instancePath:"",keyword:"closed",params:{property: key0, closed}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:"",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate.errors = vErrors;
return errors === 0;
}
