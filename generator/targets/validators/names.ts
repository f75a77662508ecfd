import type { Code } from "../../text/code.js";

/** What compiled code may import from the file beside it. */
const imports = [
  { keyword: "import type", names: ["CheckContext", "ClosedObject", "Faults", "Found", "Tally"] },
  {
    keyword: "import",
    names: [
      ...(["at", "under", "withUnknown"] as const),
      ...(["countOf", "hasOwn", "isObject", "ownOf", "readOf"] as const),
      ...(["holdsAny", "holdsOnlyNulls", "leaveOut", "readAs", "takeIn"] as const),
      ...(["isDate", "isDateTime", "isInt64Text", "isUri", "isUuid", "lengthOf"] as const),
    ],
  },
] as const;

/** The variables that a function may need, in the order in which it declares them. */
const variables = ["part", "inner", "faults"] as const;

export type ImportedName = (typeof imports)[number]["names"][number];
export type VariableName = (typeof variables)[number];

/** Refers to an import or a variable, which is then imported or declared where that code is printed. */
export const use = (name: ImportedName | VariableName): Code => ({ text: name, uses: [name] });

/** The import lines that these lines of code need. */
export function printImports(lines: readonly Code[]): readonly string[] {
  const used = collectUses(lines);
  return imports.flatMap(({ keyword, names }) => {
    const needed = names.filter((name) => used.has(name));
    return needed.length > 0 ? [`${keyword} { ${needed.join(", ")} } from "./checks.js";`] : [];
  });
}

/** The variables that these lines of code need. */
export function listVariables(lines: readonly Code[]): readonly VariableName[] {
  const used = collectUses(lines);
  return variables.filter((name) => used.has(name));
}

const collectUses = (lines: readonly Code[]): ReadonlySet<string> =>
  new Set(lines.flatMap(({ uses }) => uses));
