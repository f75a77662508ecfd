// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Compiled by ajv: text for machines.
import { validate as validateSessionLine } from "./SessionLine.js";
import { base, faultsUnder, hasOwn, isPlain } from "../own.js";

export function validate(data: any): boolean {
const plain = isPlain(data);
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.line === undefined) || (!((plain && base.line === undefined || hasOwn.call(data, "line"))))) && (missing0 = "line")){
validate.errors = [{instancePath:"",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.line !== undefined && (plain && base.line === undefined || hasOwn.call(data, "line"))){
if(!validateSessionLine.call(this, data.line)){
vErrors = faultsUnder("/line", validateSessionLine.errors, vErrors);
errors = vErrors.length;
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
