import { lintReviews, type ReviewedSpec } from "../../../generator/contract/lint/reviews.js";
import { lintSpec } from "../../../generator/contract/lint/lint-spec.js";
import { success, type Outcome } from "../../../generator/base/problem/problem.js";
import { splitPointer } from "../../../generator/contract/read/pointer.js";
import type { SourceFile } from "../../../generator/contract/read/read-spec.js";
import { readDialect } from "../../../generator/contract/package/package-files.js";

/** A spec in memory: the content of each file; a string is its exact text. */
export type SpecInMemory = Readonly<Record<string, unknown>>;

/**
 * Changes to a spec: a file by path, or a part as `file#/pointer`. `undefined` removes it, and a string for a whole
 * file is its text.
 */
export type Changes = Readonly<Record<string, unknown>>;

/** The smallest valid spec that uses every annotation once. */
export const smallSpec: SpecInMemory = {
  "releases.json": {
    releases: [
      { release: "10", summary: "The first." },
      { release: "11", summary: "Bills." },
      { release: "12.1", summary: "Labels." },
      { release: "13.0.2", summary: "Forms.", date: "2026-01-31" },
    ],
  },
  "envelope.json": {
    description: "What every event has.",
    carries: { event: { required: true } },
    answers: { message: {}, polling: { "x-added-in": "11" } },
    errorRequest: "requests/errorRequest.json",
    polling: { asks: "/event/eventPolling", ends: "/polling/finished" },
    onlyInRequests: ["event", "original"],
  },
  "error-codes.json": {
    title: "ErrorCode",
    description: "What went wrong.",
    type: "string",
    "x-open": true,
    enum: ["NO_SIGNATURE", "INVALID_DATA"],
  },
  "events/scanCode.json": {
    description: "A code was scanned.",
    carries: { scanCode: { required: true } },
    answers: { scanCode: {} },
  },
  "events/printBill.json": {
    description: "A bill is printed.",
    "x-added-in": "11",
    carries: { bill: { required: true, "x-required-since": "12.1" } },
    answers: { billFooter: {} },
    polling: "optional",
  },
  "requests/event.json": {
    title: "EventInfo",
    description: "When the event was sent.",
    type: "object",
    required: ["eventCounter"],
    properties: {
      eventCounter: { description: "Rises.", type: "integer", format: "int64" },
      eventPolling: { description: "Whether it comes again.", type: "boolean", "x-added-in": "11" },
    },
  },
  "requests/scanCode.json": {
    title: "ScanCode",
    description: "A code, as the till read it.",
    type: "object",
    required: ["scannedCode", "codeType"],
    properties: {
      scannedCode: { description: "The code.", type: "string", minLength: 1, maxLength: 99 },
      codeType: {
        title: "CodeType",
        description: "What kind of code it is.",
        type: "string",
        enum: ["barcode", "rfid", "qrcode"],
        "x-enum-added-in": { qrcode: "11" },
        "x-enum-removed-in": { rfid: "13.0.2" },
        "x-enum-descriptions": { rfid: "A chip." },
      },
    },
  },
  "requests/bill.json": {
    title: "Bill",
    description: "A bill.",
    type: "object",
    required: ["total", "tables"],
    properties: {
      total: {
        description: "What is to be paid.",
        type: "number",
        minimum: 0,
        "x-was": [
          { until: "11", schema: { type: "string" } },
          { until: "12.1", schema: { type: ["number", "null"] } },
        ],
      },
      tables: {
        description: "Where the guests sat.",
        type: "array",
        items: { $ref: "common/table.json" },
        "x-required-since": ["11", "13.0.2"],
        "x-optional-since": "12.1",
      },
      firstTable: { $ref: "common/table.json", "x-removed-in": "13.0.2" },
      minimumValue: { description: "The least.", type: "number", "x-legacy-names": ["miminumValue"] },
      seats: {
        description: "How many seats, or which.",
        anyOf: [{ type: "integer" }, { type: "array", items: { type: "string" } }],
        "x-deprecated-in": "12.1",
        "x-replaced-by": "tables",
      },
    },
  },
  "requests/errorRequest.json": {
    title: "ErrorRequest",
    description: "The answer could not be used.",
    type: "object",
    required: ["code", "original"],
    properties: {
      code: { $ref: "error-codes.json" },
      original: { description: "The request that was answered.", type: "string" },
    },
  },
  "responses/message.json": {
    title: "Message",
    description: "A text for the till.",
    type: "object",
    "x-includes": ["common/text-properties.json"],
    required: ["text"],
    properties: { title: { description: "Above the text.", type: "string", "x-planned": true } },
  },
  "responses/polling.json": {
    title: "Polling",
    description: "Whether to go on.",
    type: "object",
    required: ["finished"],
    properties: { finished: { description: "True ends it.", type: "boolean" } },
  },
  "responses/scanCode.json": {
    title: "ScanCodeAnswer",
    description: "What the code means.",
    type: "object",
    properties: {
      recognized: { description: "Whether it is known.", type: "boolean" },
      label: { description: "What to show.", type: "string", "x-added-in": "12.1" },
    },
  },
  "responses/billFooter.json": {
    title: "BillFooter",
    description: "A text below the bill.",
    type: "object",
    "x-includes": ["common/text-properties.json"],
    required: ["text"],
  },
  "common/text-properties.json": {
    description: "Text and where it stands.",
    type: "object",
    properties: { text: { description: "The text.", type: "string" } },
  },
  "common/table.json": {
    title: "Table",
    description: "A table.",
    type: "object",
    properties: {
      number: { description: "Its number.", type: "integer" },
      extra: { title: "TableExtra", description: "Anything.", type: "object", "x-open": true },
    },
  },
  "examples/scanCode/card.json": {
    description: "A card.",
    release: "12.1",
    request: { event: { eventCounter: 1 }, scanCode: { scannedCode: "12", codeType: "rfid" } },
    response: { scanCode: { recognized: true, label: "A card" } },
  },
  "examples/printBill/plain.json": {
    description: "A bill.",
    release: "13.0.2",
    request: { event: { eventCounter: 2 }, bill: { total: 9.95, tables: [{ number: 3 }] } },
  },
};

export function changeSpec(changes: Changes, spec: SpecInMemory = smallSpec): SpecInMemory {
  const files = structuredClone(spec) as Record<string, unknown>;
  for (const [place, value] of Object.entries(changes)) {
    const [file = "", pointer = ""] = place.split("#");
    const tokens = [file, ...splitPointer(pointer)];
    const last = tokens.pop() ?? "";
    const holder = tokens.reduce<Record<string, unknown>>(
      (part, token) => part[token] as Record<string, unknown>,
      files,
    );
    if (value === undefined) Reflect.deleteProperty(holder, last);
    else holder[last] = value;
  }
  return files;
}

export const toSources = (spec: SpecInMemory): SourceFile[] =>
  Object.keys(spec)
    .sort()
    .map((path) => ({ path, text: toText(spec[path]) }));

export const toText = (content: unknown): string =>
  typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`;

const dialect = readDialect();

export function lint(spec: SpecInMemory): Outcome<ReviewedSpec> {
  const sources = toSources(spec);
  const isReview = ({ path }: SourceFile): boolean => path.startsWith("drift/");
  const contract = sources.filter((file) => !isReview(file));
  const linted = lintSpec(contract, dialect);
  if (!linted.ok) return linted;
  const reviewed = lintReviews(linted.value, sources.filter(isReview), dialect);
  return reviewed.ok ? success(reviewed.value, [...linted.warnings, ...reviewed.warnings]) : reviewed;
}

export function linkSmallSpec(changes: Changes = {}): ReviewedSpec {
  const linted = lint(changeSpec(changes));
  if (!linted.ok) throw new Error(linted.problems.map(({ message }) => message).join("\n"));
  return linted.value;
}
