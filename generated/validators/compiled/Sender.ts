// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { base, hasOwn, isPlain } from "../own.js";

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.branchNumber === undefined) || (!((plain && base.branchNumber === undefined || hasOwn.call(data, "branchNumber"))))) && (missing0 = "branchNumber")) || (((data.workplaceNumber === undefined) || (!((plain && base.workplaceNumber === undefined || hasOwn.call(data, "workplaceNumber"))))) && (missing0 = "workplaceNumber"))){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.branchNumber !== undefined && (plain && base.branchNumber === undefined || hasOwn.call(data, "branchNumber"))){
let data0 = data.branchNumber;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate.errors = [{instancePath:"/branchNumber",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(Number.isInteger(data0) && !Number.isSafeInteger(data0)){
validate.errors = [{instancePath:"/branchNumber",keyword:"safeInteger",params:{}}];
return false;
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.workplaceNumber !== undefined && (plain && base.workplaceNumber === undefined || hasOwn.call(data, "workplaceNumber"))){
let data1 = data.workplaceNumber;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate.errors = [{instancePath:"/workplaceNumber",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(Number.isInteger(data1) && !Number.isSafeInteger(data1)){
validate.errors = [{instancePath:"/workplaceNumber",keyword:"safeInteger",params:{}}];
return false;
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.instanceId !== undefined && (plain && base.instanceId === undefined || hasOwn.call(data, "instanceId"))){
const _errs5 = errors;
if(typeof data.instanceId !== "string"){
validate.errors = [{instancePath:"/instanceId",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.paymentStarted !== undefined && (plain && base.paymentStarted === undefined || hasOwn.call(data, "paymentStarted"))){
const _errs7 = errors;
if(typeof data.paymentStarted !== "boolean"){
validate.errors = [{instancePath:"/paymentStarted",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.productName !== undefined && (plain && base.productName === undefined || hasOwn.call(data, "productName"))){
const _errs9 = errors;
if(typeof data.productName !== "string"){
validate.errors = [{instancePath:"/productName",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.employeeNumber !== undefined && (plain && base.employeeNumber === undefined || hasOwn.call(data, "employeeNumber"))){
let data5 = data.employeeNumber;
const _errs11 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate.errors = [{instancePath:"/employeeNumber",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs11){
if((typeof data5 == "number") && (isFinite(data5))){
if(Number.isInteger(data5) && !Number.isSafeInteger(data5)){
validate.errors = [{instancePath:"/employeeNumber",keyword:"safeInteger",params:{}}];
return false;
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.browserFamily !== undefined && (plain && base.browserFamily === undefined || hasOwn.call(data, "browserFamily"))){
const _errs13 = errors;
if(typeof data.browserFamily !== "string"){
validate.errors = [{instancePath:"/browserFamily",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.browserVersion !== undefined && (plain && base.browserVersion === undefined || hasOwn.call(data, "browserVersion"))){
const _errs15 = errors;
if(typeof data.browserVersion !== "string"){
validate.errors = [{instancePath:"/browserVersion",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.deviceType !== undefined && (plain && base.deviceType === undefined || hasOwn.call(data, "deviceType"))){
const _errs17 = errors;
if(typeof data.deviceType !== "string"){
validate.errors = [{instancePath:"/deviceType",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.platformFamily !== undefined && (plain && base.platformFamily === undefined || hasOwn.call(data, "platformFamily"))){
const _errs19 = errors;
if(typeof data.platformFamily !== "string"){
validate.errors = [{instancePath:"/platformFamily",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.platformVersion !== undefined && (plain && base.platformVersion === undefined || hasOwn.call(data, "platformVersion"))){
const _errs21 = errors;
if(typeof data.platformVersion !== "string"){
validate.errors = [{instancePath:"/platformVersion",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.hasReceiptPrinter !== undefined && (plain && base.hasReceiptPrinter === undefined || hasOwn.call(data, "hasReceiptPrinter"))){
const _errs23 = errors;
if(typeof data.hasReceiptPrinter !== "boolean"){
validate.errors = [{instancePath:"/hasReceiptPrinter",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
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
