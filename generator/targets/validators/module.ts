import type { Checked, Checking } from "./checking.js";
import { all, first } from "./reporting.js";
import { printObjectCheck } from "./object-check.js";

/** What compiled code may call, by the file that has it. */
const helpers = {
  fault: ["at", "under", "withUnknown"],
  formats: ["isDate", "isDateTime", "isUri", "isUuid", "lengthOf"],
  "int64-text": ["isInt64Text"],
  own: ["countOf", "hasOwn", "isObject", "ownOf", "readOf"],
};

/** The module that checks one side: a function for each object. Bundlers drop those that are not used. */
export function printModule(checks: readonly Checked[], options: Omit<Checking, "report">): string {
  const report = options.side === "response" ? all : first;
  const functions = checks.map((checked) => printObjectCheck(checked, { ...options, report }));
  const code = functions.join("\n\n");
  const bare = code.replace(texts, '""');
  const types = ["ClosedObject", report.type, "Tally"].filter((name) => bare.includes(`: ${name}`));
  return [
    "// @ts-nocheck Text for machines.",
    'import type { CheckContext } from "../compiled-check.js";',
    `import type { ${types.join(", ")} } from "../fault.js";`,
    ...Object.entries(helpers).flatMap(([file, names]) => importOf(file, names, bare)),
    "",
    code,
    "",
  ].join("\n");
}

function importOf(file: string, names: readonly string[], bare: string): string[] {
  const used = names.filter((name) => new RegExp(`(?<![\\w$."])${name}[.(]`).test(bare));
  return used.length > 0 ? [`import { ${used.join(", ")} } from "../${file}.js";`] : [];
}

/** String literals, in which anything may stand; they all end, but an expression that relies on it is slow where not. */
const texts = /"(?:[^"\\]|\\.)*"?/g;
