/** The words of JSON, of these documents, and the values that readers of either stumble over. */
export function collectWords(documents: readonly unknown[]): Uint8Array[] {
  const found = new Set<string>(json);
  for (const document of documents) collect(document, found);
  return [...found].map((word) => Buffer.from(word));
}

const json = [
  ...["{", "}", "[", "]", ":", ",", '"', "\\", "{}", "[]", '""', "null", "true", "false", " ", "\n"],
  ...["0", "-1", "1e400", "0.1", "9007199254740993", "\\u0000", "\\ud800", "\ufeff", "\u2028", "\0"],
  ...['"__proto__":', '"constructor":', '"toString":', '"length":', '"then":', '"":'],
];

/** Names with their colon, since that is how they stand in JSON; texts with their quotes and without. */
function collect(value: unknown, found: Set<string>): void {
  if (typeof value === "string") found.add(value).add(JSON.stringify(value));
  if (typeof value === "number") found.add(String(value));
  if (typeof value !== "object" || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    if (!Array.isArray(value)) found.add(`${JSON.stringify(name)}:`);
    collect(part, found);
  }
}
