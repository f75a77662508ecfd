/** Collects words of JSON and of these documents, and values that often break readers. */
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

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === "string") found.add(value).add(JSON.stringify(value));
  if (typeof value === "number") found.add(String(value));
  if (typeof value !== "object" || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    if (!Array.isArray(value)) found.add(`${JSON.stringify(name)}:`);
    collect(part, found);
  }
}
