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
import { base, baseOf, hasOwn } from "../own.js";

export function validate(data: any, { instancePath = "", parentData, parentDataProperty, rootData = data }: any = {}): boolean {
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.error !== undefined && (base.error === undefined && baseOf(data) === base || hasOwn.call(data, "error"))){
if(!(validateErrorAnswer.call(this, data.error, {instancePath:instancePath+"/error",parentData:data,parentDataProperty:"error",rootData}))){
vErrors = vErrors === null ? validateErrorAnswer.errors : vErrors.concat(validateErrorAnswer.errors);
errors = vErrors.length;
}
}
if(data.message !== undefined && (base.message === undefined && baseOf(data) === base || hasOwn.call(data, "message"))){
let data1 = data.message;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validateMessage.call(this, data1[i0], {instancePath:instancePath+"/message/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validateMessage.errors : vErrors.concat(validateMessage.errors);
errors = vErrors.length;
}
}
}
else {
const err0 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.dialog !== undefined && (base.dialog === undefined && baseOf(data) === base || hasOwn.call(data, "dialog"))){
if(!(validateDialogAnswer.call(this, data.dialog, {instancePath:instancePath+"/dialog",parentData:data,parentDataProperty:"dialog",rootData}))){
vErrors = vErrors === null ? validateDialogAnswer.errors : vErrors.concat(validateDialogAnswer.errors);
errors = vErrors.length;
}
}
if(data.requestScanCode !== undefined && (base.requestScanCode === undefined && baseOf(data) === base || hasOwn.call(data, "requestScanCode"))){
if(!(validateRequestScanCode.call(this, data.requestScanCode, {instancePath:instancePath+"/requestScanCode",parentData:data,parentDataProperty:"requestScanCode",rootData}))){
vErrors = vErrors === null ? validateRequestScanCode.errors : vErrors.concat(validateRequestScanCode.errors);
errors = vErrors.length;
}
}
if(data.openUrl !== undefined && (base.openUrl === undefined && baseOf(data) === base || hasOwn.call(data, "openUrl"))){
if(!(validateOpenUrlAnswer.call(this, data.openUrl, {instancePath:instancePath+"/openUrl",parentData:data,parentDataProperty:"openUrl",rootData}))){
vErrors = vErrors === null ? validateOpenUrlAnswer.errors : vErrors.concat(validateOpenUrlAnswer.errors);
errors = vErrors.length;
}
}
if(data.displayBarcode !== undefined && (base.displayBarcode === undefined && baseOf(data) === base || hasOwn.call(data, "displayBarcode"))){
if(!(validateDisplayBarcode.call(this, data.displayBarcode, {instancePath:instancePath+"/displayBarcode",parentData:data,parentDataProperty:"displayBarcode",rootData}))){
vErrors = vErrors === null ? validateDisplayBarcode.errors : vErrors.concat(validateDisplayBarcode.errors);
errors = vErrors.length;
}
}
if(data.hideBarcode !== undefined && (base.hideBarcode === undefined && baseOf(data) === base || hasOwn.call(data, "hideBarcode"))){
if(typeof data.hideBarcode !== "boolean"){
const err1 = {instancePath:instancePath+"/hideBarcode",schemaPath:"#/properties/hideBarcode/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.lineChanges !== undefined && (base.lineChanges === undefined && baseOf(data) === base || hasOwn.call(data, "lineChanges"))){
let data8 = data.lineChanges;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(!(validateLineChange.call(this, data8[i1], {instancePath:instancePath+"/lineChanges/" + i1,parentData:data8,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validateLineChange.errors : vErrors.concat(validateLineChange.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/lineChanges",schemaPath:"#/properties/lineChanges/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.lineAdditions !== undefined && (base.lineAdditions === undefined && baseOf(data) === base || hasOwn.call(data, "lineAdditions"))){
let data10 = data.lineAdditions;
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
if(!(validateLineAddition.call(this, data10[i2], {instancePath:instancePath+"/lineAdditions/" + i2,parentData:data10,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validateLineAddition.errors : vErrors.concat(validateLineAddition.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/lineAdditions",schemaPath:"#/properties/lineAdditions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.lineDeletions !== undefined && (base.lineDeletions === undefined && baseOf(data) === base || hasOwn.call(data, "lineDeletions"))){
let data12 = data.lineDeletions;
if(Array.isArray(data12)){
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
if(!(validateLineDeletion.call(this, data12[i3], {instancePath:instancePath+"/lineDeletions/" + i3,parentData:data12,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validateLineDeletion.errors : vErrors.concat(validateLineDeletion.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/lineDeletions",schemaPath:"#/properties/lineDeletions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.lockSession !== undefined && (base.lockSession === undefined && baseOf(data) === base || hasOwn.call(data, "lockSession"))){
if(typeof data.lockSession !== "boolean"){
const err5 = {instancePath:instancePath+"/lockSession",schemaPath:"#/properties/lockSession/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.lockSessionForAdditions !== undefined && (base.lockSessionForAdditions === undefined && baseOf(data) === base || hasOwn.call(data, "lockSessionForAdditions"))){
if(typeof data.lockSessionForAdditions !== "boolean"){
const err6 = {instancePath:instancePath+"/lockSessionForAdditions",schemaPath:"#/properties/lockSessionForAdditions/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.vatMethodChange !== undefined && (base.vatMethodChange === undefined && baseOf(data) === base || hasOwn.call(data, "vatMethodChange"))){
let data16 = data.vatMethodChange;
if(typeof data16 === "string"){
if(data16 !== "inclusive" && data16 !== "exclusive" && data16 !== "shifted"){
const err7 = {instancePath:instancePath+"/vatMethodChange",schemaPath:"#/properties/vatMethodChange/values",keyword:"values",params:{values: ["inclusive", "exclusive", "shifted"]}};
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
const err8 = {instancePath:instancePath+"/vatMethodChange",schemaPath:"#/properties/vatMethodChange/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.prepayTable !== undefined && (base.prepayTable === undefined && baseOf(data) === base || hasOwn.call(data, "prepayTable"))){
if(!(validatePrepayTable.call(this, data.prepayTable, {instancePath:instancePath+"/prepayTable",parentData:data,parentDataProperty:"prepayTable",rootData}))){
vErrors = vErrors === null ? validatePrepayTable.errors : vErrors.concat(validatePrepayTable.errors);
errors = vErrors.length;
}
}
if(data.externalCardScan !== undefined && (base.externalCardScan === undefined && baseOf(data) === base || hasOwn.call(data, "externalCardScan"))){
if(!(validateExternalCardScan.call(this, data.externalCardScan, {instancePath:instancePath+"/externalCardScan",parentData:data,parentDataProperty:"externalCardScan",rootData}))){
vErrors = vErrors === null ? validateExternalCardScan.errors : vErrors.concat(validateExternalCardScan.errors);
errors = vErrors.length;
}
}
if(data.customActionChange !== undefined && (base.customActionChange === undefined && baseOf(data) === base || hasOwn.call(data, "customActionChange"))){
if(!(validateCustomActionChange.call(this, data.customActionChange, {instancePath:instancePath+"/customActionChange",parentData:data,parentDataProperty:"customActionChange",rootData}))){
vErrors = vErrors === null ? validateCustomActionChange.errors : vErrors.concat(validateCustomActionChange.errors);
errors = vErrors.length;
}
}
if(data.requestCustomAction !== undefined && (base.requestCustomAction === undefined && baseOf(data) === base || hasOwn.call(data, "requestCustomAction"))){
if(!(validateRequestCustomAction.call(this, data.requestCustomAction, {instancePath:instancePath+"/requestCustomAction",parentData:data,parentDataProperty:"requestCustomAction",rootData}))){
vErrors = vErrors === null ? validateRequestCustomAction.errors : vErrors.concat(validateRequestCustomAction.errors);
errors = vErrors.length;
}
}
if(data.polling !== undefined && (base.polling === undefined && baseOf(data) === base || hasOwn.call(data, "polling"))){
if(!(validatePollingAnswer.call(this, data.polling, {instancePath:instancePath+"/polling",parentData:data,parentDataProperty:"polling",rootData}))){
vErrors = vErrors === null ? validatePollingAnswer.errors : vErrors.concat(validatePollingAnswer.errors);
errors = vErrors.length;
}
}
if(data.version !== undefined && (base.version === undefined && baseOf(data) === base || hasOwn.call(data, "version"))){
if(typeof data.version !== "string"){
const err9 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"}};
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
