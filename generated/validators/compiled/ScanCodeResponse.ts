// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateCommonResponse } from "./CommonResponse.js";
import { validate as validateScanCodeAnswer } from "./ScanCodeAnswer.js";
import { base, faultsUnder, hasOwn, isPlain } from "../own.js";

const closed = {
  known: /* @__PURE__ */ new Set([
    "error",
    "message",
    "dialog",
    "requestScanCode",
    "openUrl",
    "displayBarcode",
    "hideBarcode",
    "lineChanges",
    "lineAdditions",
    "lineDeletions",
    "lockSession",
    "lockSessionForAdditions",
    "vatMethodChange",
    "prepayTable",
    "externalCardScan",
    "customActionChange",
    "requestCustomAction",
    "polling",
    "version",
    "scanCode",
  ]),
  forbidden: /* @__PURE__ */ new Map([
    ["form", { reason: "since v59: not in every shop of 48..", addedIn: "59" }],
    ["externalPayment", { reason: "only for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment" }],
    ["receiptFooter", { reason: "only for completeSession" }],
    ["billFooter", { reason: "only for printBill" }],
  ]),
};

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(!validateCommonResponse.call(this, data)){
vErrors = faultsUnder("", validateCommonResponse.errors, vErrors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scanCode !== undefined && (plain && base.scanCode === undefined || hasOwn.call(data, "scanCode"))){
if(!validateScanCodeAnswer.call(this, data.scanCode)){
vErrors = faultsUnder("/scanCode", validateScanCodeAnswer.errors, vErrors);
errors = vErrors.length;
}
}
if(typeof data.toJSON === "function" && !(plain && base.toJSON === undefined || hasOwn.call(data, "toJSON"))){
const err0 = {instancePath:"",keyword:"closed",params:{property: "toJSON", closed}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!closed.known.has(key0) && data[key0] !== undefined && hasOwn.call(data, key0)){
const err1 = {instancePath:"",keyword:"closed",params:{property: key0, closed}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:"",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate.errors = vErrors;
return errors === 0;
}
