import { createSmallSpec, object } from "../../workbench/small-spec.js";
import type { Start } from "./cases.js";

const line = object(
  "Line",
  { id: { type: "string" }, price: { type: "number" }, text: { type: ["string", "null"] } },
  ["id"],
);

const holds = (more: object) => ({ $ref: "common/line.json", "x-inlined": true, ...more });

const holder = (title: string, required: readonly string[], more: object) =>
  object(title, { line: holds(more), remark: { type: "string" } }, required);

/** Objects whose properties may also be directly in the containing object: required, optional, undocumented, or null. */
export const inlinedSpec = createSmallSpec({
  files: {
    "common/line.json": line,
    "requests/needed.json": holder("Needed", ["line"], {}),
    "requests/loose.json": holder("Loose", [], {}),
    "requests/guessed.json": holder("Guessed", ["line"], {
      "x-provenance": { kind: "assumed", of: ["shape"], basis: "Nobody says so." },
    }),
    "requests/nulled.json": object(
      "Nulled",
      { line: { anyOf: [{ $ref: "common/line.json" }, { type: "null" }], "x-inlined": true } },
      ["line"],
    ),
    "events/ping.json": {
      description: "A sign of life.",
      carries: { ping: {}, needed: {}, loose: {}, guessed: {}, nulled: {} },
      answers: { pong: {} },
    },
  },
});

const parts = [{ line: { id: "a", price: 1 } }, { id: "a", price: 1, text: null }, { id: null, text: null }];
const names = ["needed", "loose", "guessed", "nulled"];

export const inlinedDocuments: readonly Start[] = names.flatMap((name) =>
  parts.map((part) => ({ event: "ping", body: "request" as const, document: { [name]: part } })),
);

/** The only case that JSON Schema can express. `naem` is an older spelling. */
export const respeltSpec = createSmallSpec({
  ping: object("Ping", { part: { $ref: "common/part.json", "x-inlined": true } }, ["part"]),
  files: {
    "common/part.json": object(
      "Part",
      { name: { type: "string", "x-legacy-names": ["naem"] }, count: { type: "integer" } },
      ["name"],
    ),
  },
});

export const respeltDocuments: readonly Start[] = [
  { part: { name: "x", count: 1 } },
  { part: { naem: "x" } },
  { name: "x", count: 1 },
  { naem: "x", count: null },
].map((ping) => ({ event: "ping", body: "request", document: { ping } }));
