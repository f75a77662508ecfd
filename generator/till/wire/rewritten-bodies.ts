/** A way to write a body again, in words; undefined where it has to be JSON for that, and is not. */
export type Rewriting = readonly [how: string, rewrite: (body: Uint8Array) => Uint8Array | undefined];

/** What JSON writers make of a value where nobody tells them otherwise. */
const writers: readonly (readonly [string, (value: unknown) => string])[] = [
  ["JSON that was written again, without spaces", toCompact],
  ["JSON that was written again, indented", (value) => JSON.stringify(value, null, 2)],
  ["JSON that was written again, indented", (value) => JSON.stringify(value, null, 4)],
  ["JSON that was written again, as Python's json.dumps does", (value) => escapeRest(writeSpaced(value))],
  ["JSON that was written again, with a space after `:` and `,`", writeSpaced],
  [
    "JSON that was written again, as PHP's json_encode does",
    (value) => escapeRest(toCompact(value)).replaceAll("/", "\\/"),
  ],
  ["JSON that was written again, without characters beyond ASCII", (value) => escapeRest(toCompact(value))],
];

/** What a body becomes in the hands of those who do not keep it as it is. */
export const rewritings: readonly Rewriting[] = [
  ["the body without the white space around it", (body) => Buffer.from(toText(body).trim())],
  ["the body with a line break after it", (body) => Buffer.from(`${toText(body)}\n`)],
  ...writers.map(([how, write]): Rewriting => [how, (body) => writeAgain(toText(body), write)]),
];

const toText = (body: Uint8Array): string => Buffer.from(body).toString("utf8");

/** Undefined where it is not JSON, or is nested more deeply than a writer goes. */
function writeAgain(text: string, write: (value: unknown) => string): Uint8Array | undefined {
  try {
    return Buffer.from(write(JSON.parse(text)));
  } catch {
    return undefined;
  }
}

function toCompact(value: unknown): string {
  return JSON.stringify(value);
}

function writeSpaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeSpaced).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, part]) => `${JSON.stringify(name)}: ${writeSpaced(part)}`,
  );
  return `{${members.join(", ")}}`;
}

const escapeRest = (text: string): string =>
  text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
