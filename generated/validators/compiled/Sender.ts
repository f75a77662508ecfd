// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { base, baseOf, hasOwn } from "../own.js";

export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.branchNumber === undefined) || (!((base.branchNumber === undefined && baseOf(data) === base || hasOwn.call(data, "branchNumber"))))) && (missing0 = "branchNumber")) || (((data.workplaceNumber === undefined) || (!((base.workplaceNumber === undefined && baseOf(data) === base || hasOwn.call(data, "workplaceNumber"))))) && (missing0 = "workplaceNumber"))){
validate.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.branchNumber !== undefined && (base.branchNumber === undefined && baseOf(data) === base || hasOwn.call(data, "branchNumber"))){
let data0 = data.branchNumber;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate.errors = [{instancePath:instancePath+"/branchNumber",schemaPath:"#/properties/branchNumber/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs1){
if((typeof data0 == "number") && (isFinite(data0))){
if(Number.isInteger(data0) && !Number.isSafeInteger(data0)){
validate.errors = [{instancePath:instancePath+"/branchNumber",schemaPath:"#/properties/branchNumber/safeInteger",keyword:"safeInteger",params:{}}];
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
if(data.workplaceNumber !== undefined && (base.workplaceNumber === undefined && baseOf(data) === base || hasOwn.call(data, "workplaceNumber"))){
let data1 = data.workplaceNumber;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate.errors = [{instancePath:instancePath+"/workplaceNumber",schemaPath:"#/properties/workplaceNumber/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(Number.isInteger(data1) && !Number.isSafeInteger(data1)){
validate.errors = [{instancePath:instancePath+"/workplaceNumber",schemaPath:"#/properties/workplaceNumber/safeInteger",keyword:"safeInteger",params:{}}];
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
if(data.instanceId !== undefined && (base.instanceId === undefined && baseOf(data) === base || hasOwn.call(data, "instanceId"))){
const _errs5 = errors;
if(typeof data.instanceId !== "string"){
validate.errors = [{instancePath:instancePath+"/instanceId",schemaPath:"#/properties/instanceId/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.paymentStarted !== undefined && (base.paymentStarted === undefined && baseOf(data) === base || hasOwn.call(data, "paymentStarted"))){
const _errs7 = errors;
if(typeof data.paymentStarted !== "boolean"){
validate.errors = [{instancePath:instancePath+"/paymentStarted",schemaPath:"#/properties/paymentStarted/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.productName !== undefined && (base.productName === undefined && baseOf(data) === base || hasOwn.call(data, "productName"))){
const _errs9 = errors;
if(typeof data.productName !== "string"){
validate.errors = [{instancePath:instancePath+"/productName",schemaPath:"#/properties/productName/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.employeeNumber !== undefined && (base.employeeNumber === undefined && baseOf(data) === base || hasOwn.call(data, "employeeNumber"))){
let data5 = data.employeeNumber;
const _errs11 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate.errors = [{instancePath:instancePath+"/employeeNumber",schemaPath:"#/properties/employeeNumber/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs11){
if((typeof data5 == "number") && (isFinite(data5))){
if(Number.isInteger(data5) && !Number.isSafeInteger(data5)){
validate.errors = [{instancePath:instancePath+"/employeeNumber",schemaPath:"#/properties/employeeNumber/safeInteger",keyword:"safeInteger",params:{}}];
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
if(data.browserFamily !== undefined && (base.browserFamily === undefined && baseOf(data) === base || hasOwn.call(data, "browserFamily"))){
const _errs13 = errors;
if(typeof data.browserFamily !== "string"){
validate.errors = [{instancePath:instancePath+"/browserFamily",schemaPath:"#/properties/browserFamily/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.browserVersion !== undefined && (base.browserVersion === undefined && baseOf(data) === base || hasOwn.call(data, "browserVersion"))){
const _errs15 = errors;
if(typeof data.browserVersion !== "string"){
validate.errors = [{instancePath:instancePath+"/browserVersion",schemaPath:"#/properties/browserVersion/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.deviceType !== undefined && (base.deviceType === undefined && baseOf(data) === base || hasOwn.call(data, "deviceType"))){
const _errs17 = errors;
if(typeof data.deviceType !== "string"){
validate.errors = [{instancePath:instancePath+"/deviceType",schemaPath:"#/properties/deviceType/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.platformFamily !== undefined && (base.platformFamily === undefined && baseOf(data) === base || hasOwn.call(data, "platformFamily"))){
const _errs19 = errors;
if(typeof data.platformFamily !== "string"){
validate.errors = [{instancePath:instancePath+"/platformFamily",schemaPath:"#/properties/platformFamily/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.platformVersion !== undefined && (base.platformVersion === undefined && baseOf(data) === base || hasOwn.call(data, "platformVersion"))){
const _errs21 = errors;
if(typeof data.platformVersion !== "string"){
validate.errors = [{instancePath:instancePath+"/platformVersion",schemaPath:"#/properties/platformVersion/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.hasReceiptPrinter !== undefined && (base.hasReceiptPrinter === undefined && baseOf(data) === base || hasOwn.call(data, "hasReceiptPrinter"))){
const _errs23 = errors;
if(typeof data.hasReceiptPrinter !== "boolean"){
validate.errors = [{instancePath:instancePath+"/hasReceiptPrinter",schemaPath:"#/properties/hasReceiptPrinter/type",keyword:"type",params:{type: "boolean"}}];
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
validate.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate.errors = vErrors;
return errors === 0;
}
