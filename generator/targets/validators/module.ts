import type { CheckedObject, CheckSettings } from "./checking.js";
import { code } from "../../text/code.js";
import { printImports } from "./names.js";
import { printObjectCheck } from "./object-check.js";
import { reportAll, reportFirst } from "./reporting.js";

/** The objects of one side, and how they are checked. */
export interface CheckedSide {
  readonly checks: readonly CheckedObject[];
  readonly settings: Omit<CheckSettings, "report">;
}

/** The module that checks both sides: a function for each object. Bundlers drop those that are not used. */
export function printModule(sides: readonly CheckedSide[]): string {
  const lines = sides.flatMap(({ checks, settings }) => {
    const report = settings.side === "response" ? reportAll : reportFirst;
    return checks.flatMap((checked) => [code``, ...printObjectCheck(checked, { ...settings, report })]);
  });
  return [
    "// @ts-nocheck Text for machines.",
    ...printImports(lines),
    ...lines.map(({ text }) => text),
    "",
  ].join("\n");
}
