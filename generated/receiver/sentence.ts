// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Problem } from "../validators/result.js";

/** Places and what is wrong with them, in one line. */
export function toSentence(problems: readonly Problem[]): string {
  const places = problems.map(({ path, message }) => `${path === "" ? "the answer" : path}: ${message}`);
  return places.join("; ").replaceAll(".; ", "; ");
}
