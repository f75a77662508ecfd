import type { LintCase } from "./lint-cases.js";

const table = "common/table.json";
const answer = "responses/scanCode.json";
const label = `${answer}#/properties/label`;
const text = { description: "A text.", type: "string" };

const leading = (title: string, next: object): object => ({
  title,
  description: "One of many.",
  type: "object",
  properties: { next: { description: "More.", ...next } },
});

/** Files that each refer to the next. The last one ends the chain or closes a cycle. */
const inRow = (length: number, end: object) => {
  const next = (index: number) => (index + 1 < length ? { $ref: `common/row${index + 1}.json` } : end);
  const file = (_: unknown, index: number) =>
    [`common/row${index}.json`, leading(`Row${index}`, next(index))] as const;
  return { ...Object.fromEntries(Array.from({ length }, file)), [label]: { $ref: "common/row0.json" } };
};

const tooDeep = (file: string): string => `json-depth ${file}#`;

export const listRows = (length: number): readonly LintCase[] =>
  [
    { name: `${length} files in a row`, end: { type: "string" } },
    { name: `${length} files in a circle`, end: { $ref: "common/row0.json" } },
  ].map(({ name, end }) => ({ name, given: inRow(length, end), want: [tooDeep("common/row0.json")] }));

const deep = 100_000;

const deepTexts = {
  "100,000 arrays in one another": "[".repeat(deep) + "]".repeat(deep),
  "100,000 objects in one another": `${'{"a":'.repeat(deep)}1${"}".repeat(deep)}`,
  "depth behind closing brackets in strings": `${'["}",'.repeat(deep)}1${"]".repeat(deep)}`,
};

/** Specs that are too large to write down. */
export const hugeCases: readonly LintCase[] = [
  ...listRows(200),
  ...Object.entries(deepTexts).map(([name, content]) => ({
    name,
    given: { [table]: content },
    want: [`${tooDeep(table)} 1:1: This is nested deeper than 100 levels.`],
  })),
  {
    name: "an object of more properties than a type can be made of",
    given: {
      [`${answer}#/properties`]: Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`p${i}`, text])),
    },
    want: [
      `invalid-value ${answer}#/properties: This value is invalid: it must NOT have more than 2000 properties.`,
    ],
  },
  {
    name: "a handler that is too long for a page",
    given: { "tasks/cards.ts": `// ${"x".repeat(20_000)}` },
    want: [
      "invalid-value tasks/cards.ts#: This value is invalid: it must NOT have more than 20000 characters.",
    ],
  },
];
