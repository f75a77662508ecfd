import type { Start } from "../agreement/cases.js";
import { object, createSmallSpec } from "../../workbench/small-spec.js";

/** Features of the dialect that the real spec hardly uses, on both sides of one event. */
const features = (side: string) =>
  object(
    `${side}Features`,
    {
      level: { type: "integer", minimum: 0, maximum: 12 },
      ratio: { type: "number", minimum: -1, maximum: 1.5 },
      big: { type: "integer", format: "int64" },
      code: { type: "string", minLength: 1, maxLength: 3 },
      tags: { type: "array", minItems: 1, maxItems: 2, items: { type: "string", format: "uuid" } },
      when: {
        anyOf: [
          { type: "string", format: "date" },
          { type: "string", format: "date-time" },
        ],
      },
      link: { type: "string", format: "uri" },
      nothing: { type: ["integer", "null"] },
      union: {
        anyOf: [
          { type: "number" },
          { type: "boolean" },
          { type: "string", enum: ["abc", "x"] },
          { $ref: `common/${side.toLowerCase()}-part.json` },
          { type: "array", items: { $ref: `common/${side.toLowerCase()}-part.json` } },
        ],
      },
      kind: {
        type: "string",
        enum: ["abc", "12", 'quo"te', "line\u2028"],
        "x-enum-added-in": { "12": "20" },
      },
      openKind: { type: "string", enum: ["abc"], "x-open": true },
      anything: { ...object(`${side}Anything`, { known: { type: "string" } }), "x-open": true },
      required: { type: "string", "x-legacy-names": ["requirred", "reqired"] },
      optional: { type: "integer", "x-legacy-names": ["optionel"] },
      class: { type: "string" },
      default: { type: "integer" },
      await: { $ref: `common/${side.toLowerCase()}-part.json` },
      young: { type: "string", "x-added-in": "20" },
      old: { type: "integer", "x-removed-in": "20" },
      turned: { type: "integer", "x-was": [{ until: "20", schema: { type: "string" } }] },
      widened: { type: "number", "x-was": [{ until: "20", schema: { type: "integer", minimum: 0 } }] },
      listed: {
        type: "array",
        items: { type: "string" },
        "x-was": [{ until: "20", schema: { type: "array", items: { type: "integer" } } }],
      },
      sinceRequired: { type: "boolean", "x-required-since": "20" },
      sinceOptional: { type: "boolean", "x-optional-since": "30" },
    },
    ["required", "sinceRequired", "class", "link"],
  );

const part = (side: string) =>
  object(`${side}Part`, { name: { type: "string" }, count: { type: "integer" } }, ["name"]);

export const featureSpec = createSmallSpec({
  ping: features("Ping"),
  pong: features("Pong"),
  files: { "common/ping-part.json": part("Ping"), "common/pong-part.json": part("Pong") },
});

const common = {
  level: 3,
  ratio: 0.25,
  big: 9007199254740991,
  code: "a\u{1f600}",
  tags: ["057d75c5-a2d4-4295-9965-6b42767e5527"],
  when: "2026-02-28",
  link: "https://example.org",
  nothing: null,
  union: [{ name: "x", count: 1 }],
  kind: "abc",
  openKind: "abc",
  anything: { known: "x", more: [1] },
  required: "x",
  optional: 1,
  class: "x",
  default: 1,
  await: { name: "x" },
  widened: 1,
  listed: [] as unknown[],
  sinceRequired: true,
  sinceOptional: false,
};

export const featureStarts = [
  common,
  { ...common, union: "abc", old: 1, turned: "x", listed: [1] },
  { ...common, union: { name: "x" }, young: "x", turned: 1, widened: 1.5, listed: ["x"], kind: "12" },
  { requirred: "x", sinceRequired: true, sinceOptional: true, class: "x", link: "a:b" },
].flatMap((document): readonly Start[] => [
  { event: "ping", body: "request", document: { ping: document } },
  { event: "ping", body: "response", document: { pong: document } },
]);
