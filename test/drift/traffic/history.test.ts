import { expect, it } from "vitest";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import { readCases } from "../cases.js";
import { buildContract, read, tell, toLines } from "./recording.js";

const text = { type: "string" };

const spec = createSmallSpec({
  ping: object(
    "Ping",
    {
      gone: { ...text, "x-removed-in": "20" },
      came: { ...text, "x-added-in": "20" },
      kind: {
        ...text,
        enum: ["a", "b", "c"],
        "x-enum-added-in": { b: "20" },
        "x-enum-removed-in": { c: "30" },
      },
      open: { ...text, enum: ["a", "b"], "x-open": true, "x-enum-added-in": { b: "20" } },
      hinted: { ...text, enum: ["a"], "x-enum-seen": { b: "another program" } },
      changed: { type: "integer", "x-was": [{ until: "20", schema: text }] },
      listed: {
        type: "array",
        items: { type: "integer" },
        "x-was": [{ until: "20", schema: { type: "integer" } }],
      },
      eased: { ...text, "x-optional-since": "20" },
      wanted: { ...text, "x-required-since": "30" },
      doubtful: { ...text, "x-provenance": { kind: "inferred", of: ["required"], basis: "A guess." } },
      planned: { ...text, "x-planned": true },
      seen: { ...text, "x-seen": "another program" },
      always: text,
      either: { anyOf: [object("Either", {}), { type: "array", items: object("Item", {}) }] },
      noted: { ...text, enum: ["a"], "x-enum-seen": { b: "recorded traffic" } },
      renamed: { ...text, "x-legacy-names": ["remaned"] },
      large: { type: "integer", format: "int64" },
      whole: { type: "integer" },
      broken: { type: "number" },
      perhaps: { type: ["string", "null"] },
      inner: {
        "x-inlined": true,
        ...object("Inner", { deep: { ...text, "x-added-in": "30" } }, ["deep"]),
      },
    },
    ["wanted", "doubtful", "always"],
  ),
});
/** Properties that every body has, so that none is missing. */
const usual = { eased: "x", wanted: "x", doubtful: "x", always: "x" };

interface Case {
  readonly bodies: readonly Readonly<Record<string, unknown>>[];
  readonly told: readonly string[];
}

const cases = readCases("history.yaml", import.meta) as readonly Case[];

const contract = buildContract(spec);

it.each(cases)("of a contract with a past, what is told of the bodies $bodies", ({ bodies, told }) => {
  const records = bodies.map((body) => {
    const parts = Object.entries({ ...usual, ...body }).filter(([, part]) => part !== "absent");
    return { event: "ping", request: { ping: Object.fromEntries(parts) } };
  });
  const reading = read("till.ndjson", toLines(records), contract);
  expect(tell(reading)).toEqual(told);
});
