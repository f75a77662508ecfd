import { once } from "../../../generator/base/once.js";
import { buildModel } from "../../../generator/contract/model/build.js";
import { object, createSmallSpec } from "../../workbench/small-spec.js";

const seen = (...of: readonly string[]) => ({
  "x-provenance": { kind: "observed", basis: "Seen.", ...(of.length > 0 && { of }) },
});

const documented = { "x-provenance": { kind: "documented", basis: "On a page." } };
const line = object(
  "Line",
  { id: { type: "string" }, price: { type: "number", "x-legacy-names": ["prize"] } },
  ["id"],
);
const guess = object("Guess", { size: { type: "integer" }, sure: { type: "string", ...documented } }, [
  "size",
]);
const inlined = { $ref: "common/line.json", "x-inlined": true };
const inlinedOrNull = { anyOf: [{ $ref: "common/line.json" }, { type: "null" }], "x-inlined": true };

/** The model of a spec with everything that is read leniently. */
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
        "common/guess.json": { ...guess, ...seen() },
        "requests/added.json": object("Added", { line: inlined }, ["line"]),
        "requests/picked.json": object("Picked", { line: inlinedOrNull }, ["line"]),
        "requests/changed.json": {
          ...object("Changed", { line: inlined, at: { type: "string" } }),
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

export interface ReadCase {
  readonly name: string;
  readonly given: object;
  /** The body that a handler sees. Default: unchanged. */
  readonly want?: object;
  /** Pointers and codes, `/a: null`. */
  readonly leftOut?: readonly string[];
}

/** A request with these properties in the object that most cases test. */
export const ping = (properties: object) => ({ ping: { code: "x", ...properties } });

const as = (name: string, given: object, want?: object, ...leftOut: readonly string[]): ReadCase => ({
  name,
  given,
  ...(want && { want }),
  ...(leftOut.length > 0 && { leftOut }),
});

export const read: readonly ReadCase[] = [
  as("a body as it is described", ping({ loyal: true, sizes: [1], guess: { size: 1 } })),
  as("what is not known to be required, absent", ping({})),
  as("what nobody describes", { ping: { code: "x", more: null, code2: { id: null } }, other: null }),
  as("null where the type has it", ping({ nothing: null })),
  as(
    "null for what is optional",
    ping({ note: null, lines: [{ id: "1", price: null }], loyal: null, since: null }),
    ping({ lines: [{ id: "1" }] }),
    ...["/ping/note: null", "/ping/loyal: null", "/ping/since: null", "/ping/lines/0/price: null"],
  ),
  as(
    "what does not fit where the shape is not documented",
    ping({ sizes: [1, "2", "3"], guess: { size: "1", sure: "yes" } }),
    ping({ guess: { sure: "yes" } }),
    ...["/ping/sizes: wrong-type", "/ping/guess/size: wrong-type"],
  ),
  as(
    "a misfit that is documented, in what is not",
    ping({ guess: { sure: 1 } }),
    ping({}),
    "/ping/guess: wrong-type",
  ),
  as("an older name", { ping: { kode: "x" } }, { ping: { code: "x" } }),
  as(
    "an older name in a list",
    ping({
      lines: [
        { id: "1", prize: 2 },
        { id: "2", price: 3 },
      ],
    }),
    ping({
      lines: [
        { id: "1", price: 2 },
        { id: "2", price: 3 },
      ],
    }),
  ),
  as("both names, of which the older one is just another property", { ping: { code: "x", kode: "y" } }),
  as(
    "the older name where the newer one is null",
    ping({ note: null, noot: "abc" }),
    ping({ note: "abc" }),
    "/ping/note: null",
  ),
  as("null under an older name", ping({ noot: null }), ping({}), "/ping/noot: null"),
  as(
    "the properties of an object in its holder",
    { added: { id: "1", prize: 2, more: true } },
    { added: { more: true, line: { id: "1", price: 2 } } },
  ),
  as(
    "a null for an object whose properties stand beside it",
    { added: { line: null, id: "1" } },
    { added: { line: { id: "1" } } },
    "/added/line: null",
  ),
  as(
    "the same where nobody documents the holder",
    { changed: { line: null, id: "1", price: null } },
    { changed: { line: { id: "1" } } },
    ...["/changed/line: null", "/changed/price: null"],
  ),
  as(
    "nothing but nulls for an object that may be null",
    { picked: { id: null, price: null, more: null } },
    { picked: { more: null, line: null } },
  ),
  as(
    "a null under an older name for such an object",
    { picked: { prize: null } },
    { picked: { line: null } },
  ),
  as(
    "some nulls for an object that may be null",
    { picked: { id: "1", price: null } },
    { picked: { line: { id: "1" } } },
    "/picked/price: null",
  ),
  as("a null that is meant, where both are there", { picked: { line: null, id: "1" } }),
  as("the object where both are there", { added: { line: { id: "1" }, id: "2" } }),
  as(
    "a holder that nobody documents, and what does not fit in it",
    { changed: { id: 1, price: 2, at: 5, more: true } },
    { changed: { more: true } },
    ...["/changed/at: wrong-type", "/changed: wrong-type"],
  ),
  as(
    "a holder that nobody documents, and lacks what the object needs",
    { changed: { price: 2 } },
    { changed: {} },
    "/changed: missing-property",
  ),
  as("a value that is no object", { changed: 3 }, {}, "/changed: wrong-type"),
];

/** Invalid requests, and the places of their problems. */
export const refused: readonly (readonly [name: string, given: object, at: string])[] = [
  ["null for what is required", { ping: { code: null } }, "/ping/code"],
  ["an older name of the wrong type", { ping: { kode: 1 } }, "/ping/kode"],
  ["null in a list", ping({ lines: [null] }), "/ping/lines/0"],
  ["what does not fit", ping({ note: "long" }), "/ping/note"],
  ["what does not fit where only its being required is in doubt", ping({ loyal: "no" }), "/ping/loyal"],
  ["what does not fit where only its release is in doubt", ping({ since: "1" }), "/ping/since"],
  ["a holder without its object", { added: { more: true } }, "/added/line"],
  ["a holder with a null for its object", { added: { line: null } }, "/added/line"],
  ["the same with a wrong property beside it", { added: { line: null, id: 1 } }, "/added/id"],
  ["nothing but nulls in the holder of what has to be there", { added: { id: null } }, "/added/id"],
  ["half an object in its holder", { added: { price: 2 } }, "/added/id"],
  ["a wrong property in its holder", { added: { id: "1", prize: "2" } }, "/added/prize"],
];
