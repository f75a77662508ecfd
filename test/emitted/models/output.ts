import { missingPrograms } from "../../cli/running.js";
import { isNothingSkipped } from "../../workbench/tools.js";

/** The missing programs. Empty if no test may be skipped: then all must be installed. */
export const lacking = (programs: readonly string[]): string[] =>
  isNothingSkipped ? [] : missingPrograms(...programs);

export const titled = (title: string, missing: readonly string[]): string =>
  missing.length === 0 ? title : `${title} (skipped: no ${missing.join(", ")} here)`;
