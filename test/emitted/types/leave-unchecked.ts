const unchecked = /^(?:types|validators|receiver)\/.*\.ts$/;

/** Files that name packages to install remain checked. */
const checkedOrNot = /from "node:crypto"|\/\/ @ts-nocheck/;

/** Excludes adapters and files that name packages to install. */
export const leaveUnchecked = ([path, text]: readonly [string, string]): readonly [string, string] =>
  unchecked.test(path) && !checkedOrNot.test(text)
    ? [path, text.replace("\n", "\n/* eslint-disable */\n// @ts-nocheck\n")]
    : [path, text];
