import { beforeAll, describe, expect, it } from "vitest";
import { buildModel } from "../../../generator/model/build.js";
import { emitInProcess, type Emitted } from "../../laws/judges/emitted.js";
import { buildPossibleView, fleetFrom } from "../../laws/judges/interpreted.js";
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

const model = buildModel(
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
      },
      ["code", "loyal", "sizes"],
    ),
    files: {
      "common/line.json": line,
      "common/guess.json": guess,
      "requests/added.json": object("Added", { line: { $ref: "common/line.json", "x-inlined": true } }, [
        "line",
      ]),
      "requests/changed.json": {
        ...object("Changed", {
          line: { $ref: "common/line.json", "x-inlined": true },
          at: { type: "string" },
        }),
        ...seen(),
      },
      "events/ping.json": {
        description: "A sign of life.",
        carries: { ping: {}, added: {}, changed: { required: true } },
      },
    },
  }),
);

interface Case {
  readonly name: string;
  readonly given: object;
  /** What a handler sees; left out: what came. */
  readonly want?: object;
  /** Pointers and codes, `/a: null`. */
  readonly leftOut?: readonly string[];
}

const ping = (properties: object) => ({ ping: { code: "x", ...properties } });

const read: readonly Case[] = [
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
  { name: "the object where both are there", given: { added: { line: { id: "1" }, id: "2" } } },
  {
    name: "a holder that nobody documents, and what does not fit in it",
    given: { changed: { id: 1, price: 2, at: 5, more: true } },
    want: { changed: { more: true } },
    leftOut: ["/changed/at: wrong-type", "/changed/id: wrong-type"],
  },
  {
    name: "a holder that nobody documents, and lacks what the object needs",
    given: { changed: { price: 2 } },
    want: { changed: {} },
    leftOut: ["/changed/id: missing-property"],
  },
  { name: "a value that is no object", given: { changed: 3 }, want: {}, leftOut: ["/changed: wrong-type"] },
];

const refused: readonly { name: string; given: object; at: string }[] = [
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
    given: { added: { line: null, id: "1" } },
    at: "/added/line",
  },
  { name: "half an object in its holder", given: { added: { price: 2 } }, at: "/added/id" },
  { name: "a wrong property in its holder", given: { added: { id: "1", prize: "2" } }, at: "/added/prize" },
];

describe("a request", () => {
  let emitted: Emitted;
  const check = (body: unknown) => emitted.validateRequest("ping", body);
  beforeAll(async () => {
    emitted = await emitInProcess(buildPossibleView(model, fleetFrom(model), "safe"), model);
  });

  it.each(read.map((each) => [each.name, each] as const))(
    "may have %s",
    (_name, { given, want, leftOut }) => {
      const before = structuredClone(given);
      const result = check(given);
      if (!result.ok) throw new Error(result.problems[0]?.message);
      expect(result.value).toEqual(want ?? given);
      expect(given).toEqual(before);
      expect(result.leftOut?.map(({ path, code }) => `${path}: ${code}`)).toEqual(leftOut);
      if (want === undefined) expect(result.value).toBe(given);
    },
  );

  it.each(refused.map((each) => [each.name, each] as const))("is refused for %s", (_name, { given, at }) => {
    const result = check(given);
    expect(result.ok ? "accepted" : result.problems.map(({ path }) => path)).toEqual([at]);
  });

  it("says in words what was left out, and shows no value of it", () => {
    const result = check({ ping: { code: "x", note: null, guess: { size: "secret" } } });
    expect(result.ok && result.leftOut?.map(({ message }) => message)).toEqual([
      '"ping.note" is null, which counts as absent.',
      '"ping.guess.size" must be an integer. "ping.guess.size" is left out: what it holds is not documented.',
    ]);
  });

  it("shares what does not change with the body that came", () => {
    const lines = [{ id: "1" }];
    const result = check(ping({ note: null, lines }));
    const value = (result.ok ? result.value : {}) as { ping?: { lines?: unknown } };
    expect(value.ping?.lines).toBe(lines);
  });

  it("may hold itself, or be as deep as memory allows, in what nobody describes", () => {
    const ring: Record<string, unknown> = {};
    ring["ring"] = [ring, ring];
    const deep = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`) as unknown;
    const result = check({ ...ping({ note: null }), ring, deep });
    expect(result.ok && result.value).toHaveProperty("ping", { code: "x" });
    expect(result.ok && (result.value as { ring: unknown }).ring).toBe(ring);
  });

  it("has a hundred parts reported at most", () => {
    const lines = Array.from({ length: 1000 }, () => ({ id: "1", price: null }));
    const result = check(ping({ lines }));
    expect(result.ok && result.leftOut).toHaveLength(100);
    expect(result.ok && result.value).toEqual(ping({ lines: lines.map(() => ({ id: "1" })) }));
  });

  it("keeps own properties that every object inherits", () => {
    const body = JSON.parse('{"ping": {"__proto__": {"a": 1}, "constructor": 2, "kode": "x"}}') as object;
    const result = check(body);
    const value = (result.ok ? result.value : {}) as { ping: object };
    expect(Object.keys(value.ping)).toEqual(["__proto__", "constructor", "code"]);
  });

  it("is read the same where every object seems to have a property", () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    prototype["polluted"] = 1;
    try {
      const result = check({ ping: { kode: "x", note: null }, added: { id: "1" } });
      expect(result.ok && result.value).toEqual({ ping: { code: "x" }, added: { line: { id: "1" } } });
    } finally {
      delete prototype["polluted"];
    }
  });
});
