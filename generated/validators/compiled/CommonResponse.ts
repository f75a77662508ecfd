// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateCustomActionChange } from "./CustomActionChange.js";
import { validate as validateDialogAnswer } from "./DialogAnswer.js";
import { validate as validateDisplayBarcode } from "./DisplayBarcode.js";
import { validate as validateErrorAnswer } from "./ErrorAnswer.js";
import { validate as validateExternalCardScan } from "./ExternalCardScan.js";
import { validate as validateLineAddition } from "./LineAddition.js";
import { validate as validateLineChange } from "./LineChange.js";
import { validate as validateLineDeletion } from "./LineDeletion.js";
import { validate as validateMessage } from "./Message.js";
import { validate as validateOpenUrlAnswer } from "./OpenUrlAnswer.js";
import { validate as validatePollingAnswer } from "./PollingAnswer.js";
import { validate as validatePrepayTable } from "./PrepayTable.js";
import { validate as validateRequestCustomAction } from "./RequestCustomAction.js";
import { validate as validateRequestScanCode } from "./RequestScanCode.js";
import { base, faultsUnder, hasOwn, isPlain } from "../own.js";

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.error !== undefined && (plain && base.error === undefined || hasOwn.call(data, "error"))){
if(!validateErrorAnswer.call(this, data.error)){
vErrors = faultsUnder("/error", validateErrorAnswer.errors, vErrors);
errors = vErrors.length;
}
}
if(data.message !== undefined && (plain && base.message === undefined || hasOwn.call(data, "message"))){
let data1 = data.message;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!validateMessage.call(this, data1[i0])){
vErrors = faultsUnder("/message/" + i0, validateMessage.errors, vErrors);
errors = vErrors.length;
}
}
}
else {
const err0 = {instancePath:"/message",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.dialog !== undefined && (plain && base.dialog === undefined || hasOwn.call(data, "dialog"))){
if(!validateDialogAnswer.call(this, data.dialog)){
vErrors = faultsUnder("/dialog", validateDialogAnswer.errors, vErrors);
errors = vErrors.length;
}
}
if(data.requestScanCode !== undefined && (plain && base.requestScanCode === undefined || hasOwn.call(data, "requestScanCode"))){
if(!validateRequestScanCode.call(this, data.requestScanCode)){
vErrors = faultsUnder("/requestScanCode", validateRequestScanCode.errors, vErrors);
errors = vErrors.length;
}
}
if(data.openUrl !== undefined && (plain && base.openUrl === undefined || hasOwn.call(data, "openUrl"))){
if(!validateOpenUrlAnswer.call(this, data.openUrl)){
vErrors = faultsUnder("/openUrl", validateOpenUrlAnswer.errors, vErrors);
errors = vErrors.length;
}
}
if(data.displayBarcode !== undefined && (plain && base.displayBarcode === undefined || hasOwn.call(data, "displayBarcode"))){
if(!validateDisplayBarcode.call(this, data.displayBarcode)){
vErrors = faultsUnder("/displayBarcode", validateDisplayBarcode.errors, vErrors);
errors = vErrors.length;
}
}
if(data.hideBarcode !== undefined && (plain && base.hideBarcode === undefined || hasOwn.call(data, "hideBarcode"))){
if(typeof data.hideBarcode !== "boolean"){
const err1 = {instancePath:"/hideBarcode",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.lineChanges !== undefined && (plain && base.lineChanges === undefined || hasOwn.call(data, "lineChanges"))){
let data8 = data.lineChanges;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(!validateLineChange.call(this, data8[i1])){
vErrors = faultsUnder("/lineChanges/" + i1, validateLineChange.errors, vErrors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:"/lineChanges",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.lineAdditions !== undefined && (plain && base.lineAdditions === undefined || hasOwn.call(data, "lineAdditions"))){
let data10 = data.lineAdditions;
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
if(!validateLineAddition.call(this, data10[i2])){
vErrors = faultsUnder("/lineAdditions/" + i2, validateLineAddition.errors, vErrors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:"/lineAdditions",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.lineDeletions !== undefined && (plain && base.lineDeletions === undefined || hasOwn.call(data, "lineDeletions"))){
let data12 = data.lineDeletions;
if(Array.isArray(data12)){
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
if(!validateLineDeletion.call(this, data12[i3])){
vErrors = faultsUnder("/lineDeletions/" + i3, validateLineDeletion.errors, vErrors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:"/lineDeletions",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.lockSession !== undefined && (plain && base.lockSession === undefined || hasOwn.call(data, "lockSession"))){
if(typeof data.lockSession !== "boolean"){
const err5 = {instancePath:"/lockSession",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.lockSessionForAdditions !== undefined && (plain && base.lockSessionForAdditions === undefined || hasOwn.call(data, "lockSessionForAdditions"))){
if(typeof data.lockSessionForAdditions !== "boolean"){
const err6 = {instancePath:"/lockSessionForAdditions",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.vatMethodChange !== undefined && (plain && base.vatMethodChange === undefined || hasOwn.call(data, "vatMethodChange"))){
let data16 = data.vatMethodChange;
if(typeof data16 === "string"){
if(data16 !== "inclusive" && data16 !== "exclusive" && data16 !== "shifted"){
const err7 = {instancePath:"/vatMethodChange",keyword:"values",params:{values: ["inclusive", "exclusive", "shifted"]}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:"/vatMethodChange",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.prepayTable !== undefined && (plain && base.prepayTable === undefined || hasOwn.call(data, "prepayTable"))){
if(!validatePrepayTable.call(this, data.prepayTable)){
vErrors = faultsUnder("/prepayTable", validatePrepayTable.errors, vErrors);
errors = vErrors.length;
}
}
if(data.externalCardScan !== undefined && (plain && base.externalCardScan === undefined || hasOwn.call(data, "externalCardScan"))){
if(!validateExternalCardScan.call(this, data.externalCardScan)){
vErrors = faultsUnder("/externalCardScan", validateExternalCardScan.errors, vErrors);
errors = vErrors.length;
}
}
if(data.customActionChange !== undefined && (plain && base.customActionChange === undefined || hasOwn.call(data, "customActionChange"))){
if(!validateCustomActionChange.call(this, data.customActionChange)){
vErrors = faultsUnder("/customActionChange", validateCustomActionChange.errors, vErrors);
errors = vErrors.length;
}
}
if(data.requestCustomAction !== undefined && (plain && base.requestCustomAction === undefined || hasOwn.call(data, "requestCustomAction"))){
if(!validateRequestCustomAction.call(this, data.requestCustomAction)){
vErrors = faultsUnder("/requestCustomAction", validateRequestCustomAction.errors, vErrors);
errors = vErrors.length;
}
}
if(data.polling !== undefined && (plain && base.polling === undefined || hasOwn.call(data, "polling"))){
if(!validatePollingAnswer.call(this, data.polling)){
vErrors = faultsUnder("/polling", validatePollingAnswer.errors, vErrors);
errors = vErrors.length;
}
}
if(data.version !== undefined && (plain && base.version === undefined || hasOwn.call(data, "version"))){
if(typeof data.version !== "string"){
const err9 = {instancePath:"/version",keyword:"type",params:{type: "string"}};
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
validate.errors = vErrors;
return errors === 0;
}
