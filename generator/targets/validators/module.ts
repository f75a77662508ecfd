import type { CheckedObject, CheckSettings } from "./checking.js";
import { code } from "../../text/code.js";
import { printImports } from "./names.js";
import { printObjectCheck } from "./object-check.js";
import { reportAll, reportFirst } from "./reporting.js";

/** The module that checks one side: a function for each object. Bundlers drop those that are not used. */
export function printModule(
  checks: readonly CheckedObject[],
  options: Omit<CheckSettings, "report">,
): string {
  const report = options.side === "response" ? reportAll : reportFirst;
  const lines = checks.flatMap((checked) => [code``, ...printObjectCheck(checked, { ...options, report })]);
  return [
    "// @ts-nocheck Text for machines.",
    ...printImports(lines),
    ...lines.map(({ text }) => text),
    "",
  ].join("\n");
}
