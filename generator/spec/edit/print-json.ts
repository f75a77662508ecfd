/** How long a line of the spec may be. */
const lineLength = 110;

/** Where a value is to stand in a text. */
export interface Setting {
  /** What the line that it begins on begins with. */
  readonly indent: string;
  /** One step further in. */
  readonly unit: string;
  readonly lineBreak: string;
  /** How much of its first line is taken, what comes after the value included. */
  readonly taken: number;
}

/** Prints a value as the files of a spec are written, and as prettier leaves them: on one line if it fits there. */
export function printJson(value: unknown, { indent, unit, lineBreak, taken }: Setting): string {
  const line = printOnLine(value);
  const fits = taken + line.length <= lineLength;
  if (!isHolder(value) || Object.keys(value).length === 0 || (fits && !isSpread(value))) return line;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const inner = indent + unit;
  const entries = Object.entries(value);
  const lines = entries.map(([key, part], i) => {
    const start = Array.isArray(value) ? inner : `${inner}${JSON.stringify(key)}: `;
    const comma = i < entries.length - 1 ? "," : "";
    const setting = { indent: inner, unit, lineBreak, taken: start.length + comma.length };
    return start + printJson(part, setting) + comma;
  });
  return [open, ...lines, indent + close].join(lineBreak);
}

/** Prints a whole file of the spec, its parts on lines of their own. */
export const printFile = (value: object): string =>
  `${printJson(value, { indent: "", unit: "  ", lineBreak: "\n", taken: lineLength })}\n`;

/** Prints a value on one line, however long. */
export function printOnLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printOnLine).join(", ")}]`;
  if (!isHolder(value)) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${printOnLine(part)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

/** Whether something in it takes several lines wherever it stands: a list of lists, or of objects, of several entries each. */
function isSpread(value: unknown): boolean {
  if (!isHolder(value)) return false;
  const parts = Object.values(value);
  return parts.some(isSpread) || (Array.isArray(value) && parts.length > 1 && areLong(parts));
}

const areLong = (parts: readonly unknown[]): boolean =>
  [true, false].some((isList) =>
    parts.every((part) => isHolder(part) && Array.isArray(part) === isList && Object.keys(part).length > 1),
  );

/** An object or a list. */
const isHolder = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
