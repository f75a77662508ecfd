const untouched = /^(?:types|validators|receiver)\//;

/** The files that name what must be installed keep their checks. */
const nodeModule = `from "node:crypto"`;

/** A file of an output as a compiler skips it, unless it belongs to an adapter or says what must be installed. */
export const leaveUnchecked = ([path, text]: readonly [string, string]): readonly [string, string] =>
  !untouched.test(path) ||
  !path.endsWith(".ts") ||
  text.includes(nodeModule) ||
  text.includes("// @ts-nocheck")
    ? [path, text]
    : [path, text.replace("\n", "\n/* eslint-disable */\n// @ts-nocheck\n")];
