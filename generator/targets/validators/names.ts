import type { Code } from "../../text/code.js";

/** What a file of compiled code may import from the files beside it, in the order of its import lines. */
const imports = [
  { file: "check-context", keyword: "import type", names: ["CheckContext"] },
  { file: "fault", keyword: "import type", names: ["ClosedObject", "Faults", "Found", "Tally"] },
  { file: "fault", keyword: "import", names: ["at", "under", "withUnknown"] },
  { file: "formats", keyword: "import", names: ["isDate", "isDateTime", "isUri", "isUuid", "lengthOf"] },
  { file: "int64-text", keyword: "import", names: ["isInt64Text"] },
  { file: "notes", keyword: "import", names: ["holdsAny", "holdsOnlyNulls", "leaveOut", "readAs", "takeIn"] },
  { file: "own", keyword: "import", names: ["countOf", "hasOwn", "isObject", "ownOf", "readOf"] },
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
  return imports.flatMap(({ file, keyword, names }) => {
    const needed = names.filter((name) => used.has(name));
    return needed.length > 0 ? [`${keyword} { ${needed.join(", ")} } from "../${file}.js";`] : [];
  });
}

/** The variables that these lines of code need. */
export function listVariables(lines: readonly Code[]): readonly VariableName[] {
  const used = collectUses(lines);
  return variables.filter((name) => used.has(name));
}

const collectUses = (lines: readonly Code[]): ReadonlySet<string> =>
  new Set(lines.flatMap(({ uses }) => uses));
