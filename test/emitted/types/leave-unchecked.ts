const untouched = /^(?:types|validators|receiver)\//;

/** Files that name packages to install remain checked. */
const nodeModule = `from "node:crypto"`;

/** Excludes adapters and files that name packages to install. */
export const leaveUnchecked = ([path, text]: readonly [string, string]): readonly [string, string] =>
  !untouched.test(path) ||
  !path.endsWith(".ts") ||
  text.includes(nodeModule) ||
  text.includes("// @ts-nocheck")
    ? [path, text]
    : [path, text.replace("\n", "\n/* eslint-disable */\n// @ts-nocheck\n")];
