import { object } from "../../workbench/small-spec.js";
import { gone, text, type ViewCase } from "./view-case.js";

/** A property that is an object in some of the releases. */
export const objectCases: readonly ViewCase[] = [
  {
    name: "refers to an object that was added in 20",
    shape: { $ref: "common/late.json" },
    common: { late: { ...object("Late", { y: { type: "string" } }), "x-added-in": "20" } },
    want: {
      "10..": { ping: "x?: Late(y?: string) @since", pong: gone },
      "20..": { ping: "x?: Late(y?: string)", pong: "x?: Late(y?: string)" },
    },
  },
  {
    name: "is an object that gained a property, in an array",
    shape: {
      type: "array",
      items: object("Item", { y: { type: "string" }, z: { type: "string", "x-added-in": "20" } }, ["y"]),
    },
    want: { "10..": { ping: "x?: Item(y: string; z?: string @since)[]", pong: "x?: Item(y: string)[]" } },
  },
  {
    name: "is an open object: what it does not describe may be anything",
    shape: {
      ...object("Open", { y: { type: "string", "x-added-in": "20" } }, ["y"]),
      "x-open": true,
    },
    want: {
      "10..": { ping: "x?: open Open(y?: unknown @since)", pong: "x?: open Open(y: string @since)" },
      "20..": { ping: "x?: open Open(y: string)", pong: "x?: open Open(y: string)" },
    },
  },
  {
    name: "is an object that was a text",
    shape: { ...object("Inner", { y: text }), "x-was": [{ until: "20", schema: text }] },
    want: { "10..": { ping: "x?: string | Inner(y?: string)", pong: gone } },
  },
  {
    name: "was an open object before it was a closed one",
    shape: {
      ...object("Inner", { y: text }),
      "x-was": [{ until: "20", schema: { ...object("Old", { z: text }), "x-open": true } }],
    },
    want: {
      "10..": {
        ping: "x?: open InnerOrOld(y?: unknown @since; z?: string @until)",
        pong: "x?: InnerAndOld(y?: string @since)",
      },
    },
  },
];
