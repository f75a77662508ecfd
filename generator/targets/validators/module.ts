import type { JsonSchema } from "../../schema/ajv.js";
import { toStringLiteral } from "../../print/text.js";
import { functionName, type CompiledFunction } from "./compile.js";
import type { ClosedSchema } from "./vocabulary.js";

/** Functions of `formats.ts` that compiled code may call. */
const helpers = ["hasOwn", "isDate", "isDateTime", "isUri", "isUuid", "lengthOf"];

/** A module of `compiled/`: one function, what it calls, and the names that its object knows. */
export function printModule({ code, calls }: CompiledFunction, schema: JsonSchema | undefined): string {
  const used = helpers.filter((helper) => new RegExp(`(?<![\\w$."])${helper}[.(]`).test(code));
  const lines = [
    "// @ts-nocheck Compiled by ajv: text for machines.",
    ...[...calls].sort().map((name) => `import { validate as ${functionName(name)} } from "./${name}.js";`),
    ...(used.length > 0 ? [`import { ${used.join(", ")} } from "../formats.js";`] : []),
    "",
    ...printClosed(schema),
    code.replaceAll(/\n{2,}/g, "\n").trimEnd(),
    "",
  ];
  return lines.join("\n");
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
