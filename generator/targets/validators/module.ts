import type { JsonSchema } from "../../schema/ajv.js";
import { toStringLiteral } from "../../print/text.js";
import { functionName, type CompiledFunction } from "./compile.js";
import { makeLean } from "./lean.js";
import type { ClosedSchema } from "./vocabulary.js";

/** Functions that compiled code may call, by the file that has them. */
const helpers = {
  formats: ["isDate", "isDateTime", "isUri", "isUuid", "lengthOf"],
  "int64-text": ["isInt64Text"],
  own: ["base", "faultsUnder", "hasOwn", "isPlain"],
};

/** A module of `compiled/`: one function, what it calls, and the names that its object knows. */
export function printModule(compiled: CompiledFunction, schema: JsonSchema | undefined): string {
  const { calls } = compiled;
  const code = makeLean(compiled.code);
  const lines = [
    "// @ts-nocheck Compiled by ajv: text for machines.",
    ...[...calls].sort().map((name) => `import { validate as ${functionName(name)} } from "./${name}.js";`),
    ...Object.entries(helpers).flatMap(([file, names]) => importOf(file, names, code)),
    "",
    ...printClosed(schema),
    code.replaceAll(/\n{2,}/g, "\n").trimEnd(),
    "",
  ];
  return lines.join("\n");
}

function importOf(file: string, names: readonly string[], code: string): string[] {
  const used = names.filter((name) => new RegExp(`(?<![\\w$."])${name}[.(]`).test(code));
  return used.length > 0 ? [`import { ${used.join(", ")} } from "../${file}.js";`] : [];
}

function printClosed(schema: JsonSchema | undefined): string[] {
  const closed = typeof schema === "object" ? (schema["closed"] as ClosedSchema | undefined) : undefined;
  if (!closed) return [];
  const known = closed.known.map((name) => `    ${toStringLiteral(name)},`);
  const forbidden = closed.forbidden.map(({ name, reason, addedIn }) => {
    const release = addedIn === undefined ? "" : `, addedIn: ${toStringLiteral(addedIn)}`;
    return `    [${toStringLiteral(name)}, { reason: ${toStringLiteral(reason)}${release} }],`;
  });
  return [
    "const closed = {",
    ...listLines("known: /* @__PURE__ */ new Set", known),
    ...listLines("forbidden: /* @__PURE__ */ new Map", forbidden),
    "};",
    "",
  ];
}

const listLines = (start: string, items: readonly string[]): string[] =>
  items.length === 0 ? [`  ${start}(),`] : [`  ${start}([`, ...items, "  ]),"];
