import { createSmallSpec, object } from "../../workbench/small-spec.js";

/** What the frozen contract has not: properties that may stand in the holder of their object, and older spellings. */
export const inlinedSpec = createSmallSpec({
  ping: object("Ping", { part: { $ref: "common/part.json", "x-inlined": true } }, ["part"]),
  files: {
    "common/part.json": object(
      "Part",
      { name: { type: "string", "x-legacy-names": ["naem"] }, count: { type: "integer" } },
      ["name"],
    ),
  },
});

export const inlinedDocuments: readonly object[] = [
  { ping: { part: { name: "x", count: 1 } } },
  { ping: { part: { naem: "x" } } },
  { ping: { name: "x", count: 1 } },
  { ping: { naem: "x", count: null } },
];
