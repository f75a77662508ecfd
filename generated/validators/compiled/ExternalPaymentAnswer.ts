// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateReceiptText } from "./ReceiptText.js";
import { base, faultsUnder, hasOwn, isPlain } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "backgroundColor",
    "externalPaymentId",
    "started",
    "confirmed",
    "cancelled",
    "finalAmount",
    "externalTransactionReference",
    "receiptTexts",
    "cardType",
    "terminalId",
    "method",
    "requiresReceiptPrinter",
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
if(data.backgroundColor !== undefined && (plain && base.backgroundColor === undefined || hasOwn.call(data, "backgroundColor"))){
if(typeof data.backgroundColor !== "string"){
const err0 = {instancePath:"/backgroundColor",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.externalPaymentId !== undefined && (plain && base.externalPaymentId === undefined || hasOwn.call(data, "externalPaymentId"))){
if(typeof data.externalPaymentId !== "string"){
const err1 = {instancePath:"/externalPaymentId",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.started !== undefined && (plain && base.started === undefined || hasOwn.call(data, "started"))){
if(typeof data.started !== "boolean"){
const err2 = {instancePath:"/started",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.confirmed !== undefined && (plain && base.confirmed === undefined || hasOwn.call(data, "confirmed"))){
if(typeof data.confirmed !== "boolean"){
const err3 = {instancePath:"/confirmed",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.cancelled !== undefined && (plain && base.cancelled === undefined || hasOwn.call(data, "cancelled"))){
if(typeof data.cancelled !== "boolean"){
const err4 = {instancePath:"/cancelled",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.finalAmount !== undefined && (plain && base.finalAmount === undefined || hasOwn.call(data, "finalAmount"))){
let data5 = data.finalAmount;
if(!((typeof data5 == "number") && (isFinite(data5)))){
const err5 = {instancePath:"/finalAmount",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.externalTransactionReference !== undefined && (plain && base.externalTransactionReference === undefined || hasOwn.call(data, "externalTransactionReference"))){
if(typeof data.externalTransactionReference !== "string"){
const err6 = {instancePath:"/externalTransactionReference",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.receiptTexts !== undefined && (plain && base.receiptTexts === undefined || hasOwn.call(data, "receiptTexts"))){
let data7 = data.receiptTexts;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(!validateReceiptText.call(this, data7[i0])){
vErrors = faultsUnder("/receiptTexts/" + i0, validateReceiptText.errors, vErrors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:"/receiptTexts",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.cardType !== undefined && (plain && base.cardType === undefined || hasOwn.call(data, "cardType"))){
if(typeof data.cardType !== "string"){
const err8 = {instancePath:"/cardType",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.terminalId !== undefined && (plain && base.terminalId === undefined || hasOwn.call(data, "terminalId"))){
if(typeof data.terminalId !== "string"){
const err9 = {instancePath:"/terminalId",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.method !== undefined && (plain && base.method === undefined || hasOwn.call(data, "method"))){
if(typeof data.method !== "string"){
const err10 = {instancePath:"/method",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.requiresReceiptPrinter !== undefined && (plain && base.requiresReceiptPrinter === undefined || hasOwn.call(data, "requiresReceiptPrinter"))){
if(typeof data.requiresReceiptPrinter !== "boolean"){
const err11 = {instancePath:"/requiresReceiptPrinter",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.message !== undefined && (plain && base.message === undefined || hasOwn.call(data, "message"))){
if(typeof data.message !== "string"){
const err12 = {instancePath:"/message",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.customerMessage !== undefined && (plain && base.customerMessage === undefined || hasOwn.call(data, "customerMessage"))){
if(typeof data.customerMessage !== "string"){
const err13 = {instancePath:"/customerMessage",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.displayTime !== undefined && (plain && base.displayTime === undefined || hasOwn.call(data, "displayTime"))){
let data15 = data.displayTime;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err14 = {instancePath:"/displayTime",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(Number.isInteger(data15) && !Number.isSafeInteger(data15)){
const err15 = {instancePath:"/displayTime",keyword:"safeInteger",params:{}};
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
if(data.messageDisplayTime !== undefined && (plain && base.messageDisplayTime === undefined || hasOwn.call(data, "messageDisplayTime"))){
let data16 = data.messageDisplayTime;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err16 = {instancePath:"/messageDisplayTime",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(Number.isInteger(data16) && !Number.isSafeInteger(data16)){
const err17 = {instancePath:"/messageDisplayTime",keyword:"safeInteger",params:{}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data.customerMessageDisplayTime !== undefined && (plain && base.customerMessageDisplayTime === undefined || hasOwn.call(data, "customerMessageDisplayTime"))){
let data17 = data.customerMessageDisplayTime;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err18 = {instancePath:"/customerMessageDisplayTime",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(Number.isInteger(data17) && !Number.isSafeInteger(data17)){
const err19 = {instancePath:"/customerMessageDisplayTime",keyword:"safeInteger",params:{}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
if(data.hideTimestamp !== undefined && (plain && base.hideTimestamp === undefined || hasOwn.call(data, "hideTimestamp"))){
if(typeof data.hideTimestamp !== "boolean"){
const err20 = {instancePath:"/hideTimestamp",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.clearScreen !== undefined && (plain && base.clearScreen === undefined || hasOwn.call(data, "clearScreen"))){
if(typeof data.clearScreen !== "boolean"){
const err21 = {instancePath:"/clearScreen",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.clearCustomerScreen !== undefined && (plain && base.clearCustomerScreen === undefined || hasOwn.call(data, "clearCustomerScreen"))){
if(typeof data.clearCustomerScreen !== "boolean"){
const err22 = {instancePath:"/clearCustomerScreen",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.monospacedFont !== undefined && (plain && base.monospacedFont === undefined || hasOwn.call(data, "monospacedFont"))){
if(typeof data.monospacedFont !== "boolean"){
const err23 = {instancePath:"/monospacedFont",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(typeof data.toJSON === "function" && !(plain && base.toJSON === undefined || hasOwn.call(data, "toJSON"))){
const err24 = {instancePath:"",keyword:"closed",params:{property: "toJSON", closed}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key0 in data){
if(!closed.known.has(key0) && data[key0] !== undefined && hasOwn.call(data, key0)){
const err25 = {instancePath:"",keyword:"closed",params:{property: key0, closed}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:"",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
validate.errors = vErrors;
return errors === 0;
}
