import { toPhpText } from "../../base/text/escape.js";

/** In characters, as PSR-12 recommends. */
const lineWidth = 120;

/** Plain data as a PHP expression: lists and objects as arrays, on one line if they fit. */
export function toPhpLiteral(data: unknown, indent = "", used = 0): string {
  if (typeof data === "string") return toPhpText(data);
  if (typeof data !== "object" || data === null) return JSON.stringify(data);
  const rows = Array.isArray(data)
    ? data.map((item: unknown) => ["", item] as const)
    : Object.entries(data).map(([name, part]) => [`${toPhpText(name)} => `, part] as const);
  const line = `[${rows.map(([key, part]) => key + toPhpLiteral(part)).join(", ")}]`;
  // Besides the line itself, a comma.
  if (rows.length === 0 || (!line.includes("\n") && indent.length + used + line.length < lineWidth))
    return line;
  const inner = `${indent}    `;
  const lines = rows.map(([key, part]) => `${inner}${key}${toPhpLiteral(part, inner, key.length)},\n`);
  return `[\n${lines.join("")}${indent}]`;
}
