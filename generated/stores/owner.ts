// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/* eslint-disable */
// @ts-nocheck Nobody edits this file: the tests of mplus-codegen hold what it does.
/** The text before the dot, which the keys of a subscription share; the whole key if it has no dot. */
export function getOwner(key: string): string {
  const end = key.indexOf(".");
  return end === -1 ? key : key.slice(0, end);
}
