import { expect, it } from "vitest";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import { readCases } from "../../workbench/cases.js";
import { buildContract, read, tell, toLines } from "./recording.js";

interface Cases {
  readonly properties: Parameters<typeof object>[1];
  readonly cases: readonly {
    readonly bodies: readonly Readonly<Record<string, unknown>>[];
    readonly told: readonly string[];
  }[];
}

const { properties, cases } = readCases("history.yaml", import.meta) as Cases;

const spec = createSmallSpec({
  ping: object(
    "Ping",
    {
      ...properties,
      either: { anyOf: [object("Either", {}), { type: "array", items: object("Item", {}) }] },
      inner: {
        "x-inlined": true,
        ...object("Inner", { deep: { type: "string", "x-added-in": "30" } }, ["deep"]),
      },
    },
    ["wanted", "doubtful", "always"],
  ),
});
/** Properties that every body has, so that none is missing. */
const usual = { eased: "x", wanted: "x", doubtful: "x", always: "x" };

const contract = buildContract(spec);

it.each(cases)("of a contract with a past, what is told of the bodies $bodies", ({ bodies, told }) => {
  const records = bodies.map((body) => {
    const parts = Object.entries({ ...usual, ...body }).filter(([, part]) => part !== "absent");
    return { event: "ping", request: { ping: Object.fromEntries(parts) } };
  });
  const reading = read("till.ndjson", toLines(records), contract);
  expect(tell(reading)).toEqual(told);
});
