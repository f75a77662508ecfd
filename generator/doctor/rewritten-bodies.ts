/** A way to write a body again after parsing it, in words, and the bytes that this gives. */
type Rewritten = readonly [how: string, text: Uint8Array];

/** The bytes that a body becomes in the hands of those who do not keep it as it is. */
export function findTexts(body: Uint8Array): readonly Rewritten[] {
  const text = Buffer.from(body).toString("utf8");
  const parsed = parse(text);
  const trimmed: Rewritten = ["the body without the white space around it", Buffer.from(text.trim())];
  const ended: Rewritten = ["the body with a line break after it", Buffer.from(`${text}\n`)];
  if (parsed === undefined) return [trimmed, ended];
  return [
    trimmed,
    ended,
    ...writers.map(([how, write]): Rewritten => [how, Buffer.from(write(parsed.value))]),
  ];
}

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

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
