import type * as checks from "../../../templates/copied/validators/checks.js";
import type { Span } from "../../../templates/copied/validators/checks.js";
import type { Code } from "../../base/text/code.js";
import type { Spans } from "../../base/time/spans.js";

const typeNames = ["Check", "CheckContext", "ClosedObject", "EnumValues", "Faults", "Inlined"] as const;

/** Compiled code may import these names from `checks.ts`. */
export type ImportedName = keyof typeof checks | (typeof typeNames)[number];

/** The file with this code imports the name. */
export const use = (name: ImportedName): Code => ({ text: name, uses: [name] });

export function printCheckImports(lines: readonly Code[]): readonly string[] {
  const used = [...new Set(lines.flatMap(({ uses }) => uses))].sort();
  const isType = (name: string): boolean => typeNames.some((each) => each === name);
  const [types, functions] = [used.filter(isType), used.filter((name) => !isType(name))];
  return [
    `import type { ${types.join(", ")} } from "./checks.js";`,
    `import { ${functions.join(", ")} } from "./checks.js";`,
  ];
}

export const toRuntimeSpans = (spans: Spans): readonly Span[] =>
  spans.map(({ from = null, until = null }) => [from, until]);
