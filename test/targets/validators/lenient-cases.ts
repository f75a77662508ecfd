import { once } from "../../../generator/once.js";
import { buildModel } from "../../../generator/model/build.js";
import { object, createSmallSpec } from "../../workbench/small-spec.js";

const seen = (...of: readonly string[]) => ({
  "x-provenance": { kind: "observed", basis: "Seen.", ...(of.length > 0 && { of }) },
});

const line = object(
  "Line",
  { id: { type: "string" }, price: { type: "number", "x-legacy-names": ["prize"] } },
  ["id"],
);

const guess = {
  ...object("Guess", { size: { type: "integer" }, sure: { type: "string", ...documented() } }, ["size"]),
  ...seen(),
};

function documented() {
  return { "x-provenance": { kind: "documented", basis: "On a page." } };
}

/** The model of a spec with all that is read otherwise than it comes. */
export const model = once(() =>
  buildModel(
    createSmallSpec({
      ping: object(
        "Ping",
        {
          code: { type: "string", "x-legacy-names": ["kode"] },
          note: { type: "string", maxLength: 3, "x-legacy-names": ["noot"] },
          lines: { type: "array", items: { $ref: "common/line.json" } },
          sizes: { type: "array", items: { type: "integer" }, ...seen("shape") },
          loyal: { type: "boolean", ...seen("required") },
          since: { type: "integer", ...seen("release") },
          nothing: { type: ["integer", "null"] },
          guess: { $ref: "common/guess.json" },
          guesses: { type: "array", items: { $ref: "common/guess.json" } },
        },
        ["code", "loyal", "sizes"],
      ),
      files: {
        "common/line.json": line,
        "common/guess.json": guess,
        "requests/added.json": object("Added", { line: { $ref: "common/line.json", "x-inlined": true } }, [
          "line",
        ]),
        "requests/picked.json": object(
          "Picked",
          { line: { anyOf: [{ $ref: "common/line.json" }, { type: "null" }], "x-inlined": true } },
          ["line"],
        ),
        "requests/changed.json": {
          ...object("Changed", {
            line: { $ref: "common/line.json", "x-inlined": true },
            at: { type: "string" },
          }),
          ...seen(),
        },
        "events/ping.json": {
          description: "A sign of life.",
          carries: { ping: {}, added: {}, picked: {}, changed: { required: true } },
        },
      },
    }),
  ),
);

/** A request that is accepted. */
export interface ReadCase {
  readonly name: string;
  readonly given: object;
  /** What a handler sees; left out: what came. */
  readonly want?: object;
  /** Pointers and codes, `/a: null`. */
  readonly leftOut?: readonly string[];
}

/** A request with these properties of the object that most cases are about. */
export const ping = (properties: object) => ({ ping: { code: "x", ...properties } });

/** Requests, and what a handler sees of them. */
export const read: readonly ReadCase[] = [
  { name: "a body as it is described", given: ping({ loyal: true, sizes: [1], guess: { size: 1 } }) },
  { name: "what is not known to be required, absent", given: ping({}) },
  {
    name: "what nobody describes",
    given: { ping: { code: "x", more: null, code2: { id: null } }, other: null },
  },
  { name: "null where the type has it", given: ping({ nothing: null }) },
  {
    name: "null for what is optional",
    given: ping({ note: null, lines: [{ id: "1", price: null }], loyal: null, since: null }),
    want: ping({ lines: [{ id: "1" }] }),
    leftOut: ["/ping/note: null", "/ping/loyal: null", "/ping/since: null", "/ping/lines/0/price: null"],
  },
  {
    name: "what does not fit where the shape is not documented",
    given: ping({ sizes: [1, "2", "3"], guess: { size: "1", sure: "yes" } }),
    want: ping({ guess: { sure: "yes" } }),
    leftOut: ["/ping/sizes: wrong-type", "/ping/guess/size: wrong-type"],
  },
  {
    name: "what is wrong inside what is not documented, if that is documented by itself",
    given: ping({ guess: { sure: 1 } }),
    want: ping({}),
    leftOut: ["/ping/guess: wrong-type"],
  },
  { name: "an older name", given: { ping: { kode: "x" } }, want: { ping: { code: "x" } } },
  {
    name: "an older name in a list",
    given: ping({
      lines: [
        { id: "1", prize: 2 },
        { id: "2", price: 3 },
      ],
    }),
    want: ping({
      lines: [
        { id: "1", price: 2 },
        { id: "2", price: 3 },
      ],
    }),
  },
  {
    name: "both names, of which the older one is just another property",
    given: { ping: { code: "x", kode: "y" } },
  },
  {
    name: "the older name where the newer one is null",
    given: ping({ note: null, noot: "abc" }),
    want: ping({ note: "abc" }),
    leftOut: ["/ping/note: null"],
  },
  {
    name: "null under an older name",
    given: ping({ noot: null }),
    want: ping({}),
    leftOut: ["/ping/noot: null"],
  },
  {
    name: "the properties of an object in its holder",
    given: { added: { id: "1", prize: 2, more: true } },
    want: { added: { more: true, line: { id: "1", price: 2 } } },
  },
  {
    name: "a null for an object whose properties stand beside it",
    given: { added: { line: null, id: "1" } },
    want: { added: { line: { id: "1" } } },
    leftOut: ["/added/line: null"],
  },
  {
    name: "the same where nobody documents the holder",
    given: { changed: { line: null, id: "1", price: null } },
    want: { changed: { line: { id: "1" } } },
    leftOut: ["/changed/line: null", "/changed/price: null"],
  },
  {
    name: "nothing but nulls for an object that may be null",
    given: { picked: { id: null, price: null, more: null } },
    want: { picked: { more: null, line: null } },
  },
  {
    name: "a null under an older name for an object that may be null",
    given: { picked: { prize: null } },
    want: { picked: { line: null } },
  },
  {
    name: "some nulls for an object that may be null",
    given: { picked: { id: "1", price: null } },
    want: { picked: { line: { id: "1" } } },
    leftOut: ["/picked/price: null"],
  },
  { name: "a null that is meant, where both are there", given: { picked: { line: null, id: "1" } } },
  { name: "the object where both are there", given: { added: { line: { id: "1" }, id: "2" } } },
  {
    name: "a holder that nobody documents, and what does not fit in it",
    given: { changed: { id: 1, price: 2, at: 5, more: true } },
    want: { changed: { more: true } },
    leftOut: ["/changed/at: wrong-type", "/changed: wrong-type"],
  },
  {
    name: "a holder that nobody documents, and lacks what the object needs",
    given: { changed: { price: 2 } },
    want: { changed: {} },
    leftOut: ["/changed: missing-property"],
  },
  { name: "a value that is no object", given: { changed: 3 }, want: {}, leftOut: ["/changed: wrong-type"] },
];

/** Requests that are refused, and where. */
export const refused: readonly { name: string; given: object; at: string }[] = [
  { name: "null for what is required", given: { ping: { code: null } }, at: "/ping/code" },
  { name: "an older name of the wrong type", given: { ping: { kode: 1 } }, at: "/ping/kode" },
  { name: "null in a list", given: ping({ lines: [null] }), at: "/ping/lines/0" },
  { name: "what does not fit", given: ping({ note: "long" }), at: "/ping/note" },
  {
    name: "what does not fit where only its being required is in doubt",
    given: ping({ loyal: "no" }),
    at: "/ping/loyal",
  },
  {
    name: "what does not fit where only its release is in doubt",
    given: ping({ since: "1" }),
    at: "/ping/since",
  },
  { name: "a holder without its object", given: { added: { more: true } }, at: "/added/line" },
  {
    name: "a holder with a null for its object",
    given: { added: { line: null } },
    at: "/added/line",
  },
  {
    name: "a holder with a null for its object, and a wrong property beside it",
    given: { added: { line: null, id: 1 } },
    at: "/added/id",
  },
  {
    name: "nothing but nulls in the holder of an object that has to be there",
    given: { added: { id: null } },
    at: "/added/id",
  },
  { name: "half an object in its holder", given: { added: { price: 2 } }, at: "/added/id" },
  { name: "a wrong property in its holder", given: { added: { id: "1", prize: "2" } }, at: "/added/prize" },
];
