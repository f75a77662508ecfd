import { changeSpec, toSources, type SpecInMemory } from "../contract/read/small-spec.js";
import type { SourceFile } from "../../generator/contract/read/read-spec.js";

const mark = "place:";
const at = (place: string): string => mark + place;

/** Annotations that contain prose. Each is a place of its own. */
const annotated = (owner: string) => ({
  description: at(`${owner} description`),
  "x-notes": [
    { text: at(`${owner} note`), provenance: { kind: "inferred", basis: at(`${owner} basis of a note`) } },
    { since: "12.1", text: at(`${owner} dated note`) },
  ],
  "x-setting": at(`${owner} setting`),
  "x-provenance": { kind: "observed", basis: at(`${owner} basis`) },
  "x-erratum": { id: "E01", says: at(`${owner} erratum says`), reading: at(`${owner} erratum reading`) },
  "x-deprecated-in": "13.0.2",
  "x-replaced-by": at(`${owner} replacement`),
});

const textOf = (owner: string, more: object) => ({ ...annotated(owner), type: "string", ...more });

/** An enum with text everywhere that the dialect allows it. */
const enumOf = (owner: string, more: object = {}) => ({
  ...annotated(owner),
  type: "string",
  enum: [at("enum value"), "ordinary"],
  "x-enum-descriptions": { [at("enum value")]: at("enum value description") },
  "x-enum-advice": { [at("enum value")]: at("enum value advice") },
  "x-enum-added-in": { [at("enum value")]: "11" },
  ...more,
});

const titledItem = {
  description: "Rows.",
  type: "array",
  items: {
    ...annotated("titled item"),
    title: "Row",
    type: "object",
    properties: { cell: { description: at("property of an item description"), type: "string" } },
  },
};

const open = { ...annotated("open object"), title: "Remarks", type: "object", "x-open": true };

const example = {
  description: at("example description"),
  release: "12.1",
  request: {
    event: { eventCounter: 1 },
    scanCode: {
      scannedCode: at("example text"),
      codeType: "barcode",
      kind: at("enum value"),
      remarks: { [at("example key")]: [at("example value"), { [at("example nested key")]: null }] },
    },
  },
  response: { scanCode: { recognized: true, label: at("example answer") } },
};

const provenance = (owner: string) => ({ kind: "observed", basis: at(`${owner} basis`) });

const flow = {
  title: at("flow title"),
  description: at("flow description"),
  anyEvent: true,
  setUp: [{ event: "scanCode", blocking: true, text: at("flow set-up") }],
  steps: [
    {
      id: "scan",
      event: "scanCode",
      text: at("flow step"),
      do: at("flow step to do"),
      provenance: provenance("flow step"),
      call: {
        address: "/scanCode/scannedCode",
        when: at("flow call when"),
        text: at("flow call"),
        provenance: provenance("flow call"),
      },
      next: [
        {
          answer: { scanCode: { label: at("example answer") } },
          till: at("flow till"),
          to: "again",
          example: "scanCode/hostile",
          text: at("flow edge"),
          provenance: provenance("flow edge"),
        },
      ],
    },
    {
      id: "again",
      event: "scanCode",
      with: { scanCode: { scannedCode: at("example text") } },
      text: at("flow second step"),
      next: [{ to: "end", example: "scanCode/hostile" }],
    },
  ],
  ends: [{ id: "end", text: at("flow end") }],
  notes: [at("flow note"), { text: at("flow known note"), provenance: provenance("flow note") }],
};

const task = {
  title: at("task title"),
  description: at("task description"),
  flow: "hostile",
  test: [at("task test")],
  unknown: ["hostile"],
};

const setting = (id: string) => ({
  id,
  of: "event",
  name: at(`${id} name`),
  description: at(`${id} description`),
  choose: at(`${id} choice`),
  provenance: provenance(id),
});

const subscriptions = {
  description: at("subscription description"),
  where: { menu: at("subscription menu"), meaning: at("subscription meaning") },
  needs: [{ text: at("subscription need"), provenance: provenance("subscription need") }],
  settings: [
    { ...setting("setting"), share: "openly" },
    { ...setting("secret"), share: "secretly", question: at("secret question"), unknown: ["hostile"] },
  ],
};

const known = (owner: string, names: object) => [
  { ...names, standing: "unknown", basis: at(`product ${owner}`) },
];
const product = {
  id: "till",
  name: at("product name"),
  description: at("product description"),
  productName: at("product in requests"),
  sends: known("sends", { events: ["scanCode"] }),
  takes: known("takes", { answers: ["message"] }),
};

const marked: SpecInMemory = changeSpec({
  "releases.json#/releases/1/summary": at("release summary"),
  "envelope.json#/description": at("envelope description"),
  "envelope.json#/answers/message": annotated("common answer"),
  "error-codes.json#/description": at("error codes description"),
  "error-codes.json#/enum/0": at("enum value"),
  "error-codes.json#/x-enum-descriptions": { [at("enum value")]: at("error code description") },
  "error-codes.json#/x-enum-advice": { [at("enum value")]: at("error code advice") },
  "events/scanCode.json": {
    $schema: at("schema"),
    ...annotated("event"),
    carries: { scanCode: { ...annotated("carried object"), required: true } },
    answers: { scanCode: annotated("answer") },
  },
  "events/printBill.json#/description": at("second event description"),
  "events/printBill.json#/freeStanding": at("reason of a free-standing event"),
  "requests/scanCode.json#/description": at("request object description"),
  "requests/scanCode.json#/x-notes": [{ text: at("request object note") }],
  "requests/scanCode.json#/properties/kind": enumOf("inline enum"),
  "requests/scanCode.json#/properties/word": enumOf("titled enum", { title: "Word" }),
  "requests/scanCode.json#/properties/openWord": enumOf("open enum", { title: "OpenWord", "x-open": true }),
  "requests/scanCode.json#/properties/once": {
    description: at("former property description"),
    type: "string",
    "x-removed-in": "12.1",
    "x-replaced-by": at("former property replacement"),
  },
  "requests/scanCode.json#/properties/planned": textOf("planned property", { "x-planned": true }),
  "requests/scanCode.json#/properties/seen": textOf("property seen elsewhere", { "x-seen": "an old API" }),
  "requests/scanCode.json#/properties/old": textOf("spelt property", {
    "x-legacy-names": ["default", "class"],
    "x-deprecated-in": undefined,
  }),
  "requests/scanCode.json#/properties/changed": {
    ...annotated("changed property"),
    type: "integer",
    "x-was": [{ until: "12.1", schema: { type: "string", enum: [at("enum value"), "b"] } }],
  },
  "requests/scanCode.json#/properties/rows": titledItem,
  "requests/scanCode.json#/properties/remarks": open,
  "responses/scanCode.json#/description": at("answered object description"),
  "responses/scanCode.json#/properties/label": { ...annotated("answered property"), type: "string" },
  "responses/scanCode.json#/properties/answerKind": enumOf("answered enum", {
    title: "AnswerKind",
    // The comment mentions releases that lack the value.
    "x-enum-added-in": { [at("enum value")]: "13.0.2" },
  }),
  "common/text-properties.json#/properties/text/description": at("included property description"),
  "examples/scanCode/hostile.json": example,
  "flows/hostile.json": flow,
  "tasks/hostile.json": task,
  "tasks/hostile.ts": at("task handler"),
  "subscriptions.json": subscriptions,
  "products.json": { products: [product] },
  "glossary.json": {
    terms: [
      {
        term: at("glossary term"),
        dutch: at("glossary dutch"),
        meaning: at("glossary meaning"),
        whose: "ours",
        provenance: { kind: "inferred", basis: at("glossary basis") },
        see: ["ScanCode"],
      },
    ],
  },
  "open-questions.json": {
    questions: [
      {
        id: "hostile",
        question: at("question"),
        known: at("question known"),
        findOut: at("question find out"),
        about: ["ScanCode", "ScanCode.scannedCode", "scanCode"],
      },
    ],
  },
  "sources.json": {
    sources: [
      {
        title: at("source title"),
        kind: "vendor page",
        where: at("source where"),
        stated: at("source stated"),
        covers: at("source covers"),
      },
    ],
    seenBeyond: { from: "20", to: "21", of: at("source beyond of"), basis: at("source beyond") },
  },
});

export const places: readonly string[] = [
  ...new Set([...JSON.stringify(marked).matchAll(/"place:([^"]+)"/g)].map(([, place = ""]) => place)),
].sort();

/** Places that limit a text to the length of a title or term. */
const short = new Set([
  ...["flow title", "glossary term", "glossary dutch", "question", "source title", "task title"],
  ...["setting name", "secret name", "secret question", "product name", "product in requests"],
]);

/** Shortens a text so that it fits in a place. */
export const fitted = (place: string, text: string): string =>
  Array.from(text)
    .slice(0, short.has(place) ? 60 : place === "enum value" ? 500 : 4000)
    .join("")
    // Enum values must not contain unpaired surrogates.
    .replace(place === "enum value" ? /\p{Cs}/gu : /$^/, "\ufffd");

export const specWith = (textAt: (place: string) => string): readonly SourceFile[] =>
  toSources(fill(marked, (place) => fitted(place, textAt(place))) as SpecInMemory);

/** Builds objects from entries, so that `__proto__` becomes a key. */
function fill(value: unknown, textAt: (place: string) => string): unknown {
  const filled = (text: string) => (text.startsWith(mark) ? textAt(text.slice(mark.length)) : text);
  if (typeof value === "string") return filled(value);
  if (Array.isArray(value)) return value.map((item) => fill(item, textAt));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [filled(key), fill(part, textAt)]));
}
