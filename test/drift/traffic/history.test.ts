import { expect, it } from "vitest";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import { readCases } from "../../workbench/cases.js";
import { buildContract, createReader, read, tell, toLines } from "./recording.js";

interface Cases {
  readonly properties: Parameters<typeof object>[1];
  readonly cases: readonly {
    /** The release of the shop, as the user says. */
    readonly release?: string;
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
    ["wanted", "doubtful", "always", "later"],
  ),
});
/** Properties that every body has, so that none is missing. */
const usual = { eased: "x", wanted: "x", doubtful: "x", always: "x", later: "x" };

const contract = buildContract(spec);

const proveRelease = (_: string, { ping }: object & { ping?: unknown }): string | undefined =>
  Object.hasOwn(ping as object, "came") ? "20" : undefined;

it.each(cases)("of a contract with a past, what is told of $release $bodies", ({ release, bodies, told }) => {
  const records = bodies.map((body) => {
    const parts = Object.entries({ ...usual, ...body }).filter(([, part]) => part !== "absent");
    return { event: "ping", subscription: "shop-12", request: { ping: Object.fromEntries(parts) } };
  });
  const releases = release === undefined ? {} : { "shop-12": release };
  const reader = createReader({ releases, proveRelease });
  expect(tell(read({ "till.ndjson": toLines(records) }, contract, reader))).toEqual(told);
});
