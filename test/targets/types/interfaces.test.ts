import { describe, expect, it } from "vitest";
import { once } from "../../../generator/base/once.js";
import { collectFiles, emit, layOutFiles } from "../../workbench/emit.js";
import { output } from "../../workbench/outputs.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import { declarationsOf } from "./declarations.js";

interface InterfaceCase {
  readonly name: string;
  readonly type: string;
  readonly want: string;
}

const nasty =
  "Ends */ a comment, /* begins one,\n@param is no tag, {@link x} neither, \u2028 and `${code}` {{x}} $1.";

/** A spec with features that the real one lacks. */
const spec = once(() =>
  createSmallSpec({
    ping: object(
      "Ping",
      {
        text: { type: "string" },
        flag: { type: "boolean" },
        nothing: { type: ["string", "null"] },
        values: { type: "array", items: { type: "string", enum: ["a", "b"] } },
        openValue: { type: "string", enum: ["a", "b"], "x-open": true },
        openValues: { type: "array", items: { type: "string", enum: ["a", "b"], "x-open": true } },
        openLists: {
          type: "array",
          items: { type: "array", items: { type: "string", enum: ["a"], "x-open": true } },
        },
        openOrNone: {
          anyOf: [
            { type: "array", items: { type: "string", enum: ["a"], "x-open": true } },
            { type: "string", enum: ["a"], "x-open": true },
            { type: "null" },
          ],
        },
        kind: { title: "PingKind", type: "string", enum: ["a", "b"], "x-open": true },
        lists: { type: "array", items: { type: "array", items: { type: "number" } } },
        part: { $ref: "common/part.json" },
        parts: {
          anyOf: [{ $ref: "common/part.json" }, { type: "array", items: { $ref: "common/part.json" } }],
        },
        holes: { type: "array", items: { anyOf: [{ $ref: "common/part.json" }, { type: "null" }] } },
        open: { ...object("PingOpen", { known: { type: "string" } }, ["known"]), "x-open": true },
        lives: object("PingLives", {
          young: { type: "string", "x-added-in": "20" },
          old: { type: "string", "x-removed-in": "30" },
          avoided: { type: "string", "x-deprecated-in": "20", "x-replaced-by": "young" },
        }),
        bounds: object("PingBounds", {
          id: { type: "string", format: "uuid", maxLength: 36 },
          hinted: { type: "string", "x-format-hint": "uuid" },
          count: { type: "integer", format: "int64", minimum: 1, maximum: 9 },
          list: { type: "array", minItems: 1, maxItems: 2, items: { type: "string" } },
        }),
        prose: object("PingProse", { odd: { description: nasty, type: "string" } }),
      },
      ["text"],
    ),
    pong: object("Pong", {
      turned: { type: "integer", "x-was": [{ until: "20", schema: { type: "string" } }] },
      list: {
        type: "array",
        items: { type: "integer" },
        "x-was": [{ until: "20", schema: { type: "array", items: { type: "string" } } }],
      },
      old: { type: "string", "x-removed-in": "20" },
      kind: { title: "PongKind", type: "string", enum: ["a", "b"], "x-enum-added-in": { b: "20" } },
    }),
    files: { "common/part.json": object("Part", { name: { type: "string" } }) },
  }),
);

const cases: readonly InterfaceCase[] = [
  {
    name: "why an answer may not have a property, by its path",
    type: "ForbiddenReasons",
    want: `
/** Reasons for properties typed \`never\`, used in compiler errors. */
export interface ForbiddenReasons {
  pong: "is only for ping";
  "pong.turned": "cannot be sent: no value works in every shop";
  "pong.old": "was removed in v20";
}`,
  },
  {
    name: "each kind of value as a person would write it",
    type: "Ping",
    want: `
/** Ping. */
export interface Ping {
  /** The text. */
  text: string;
  /** The flag. */
  flag?: boolean;
  /** The nothing. */
  nothing?: string | null;
  /** The values. */
  values?: ("a" | "b")[];
  /** The openValue. */
  openValue?: "a" | "b" | (string & {});
  /** The openValues. */
  openValues?: ("a" | "b" | (string & {}))[];
  /** The openLists. */
  openLists?: ("a" | (string & {}))[][];
  /** The openOrNone. */
  openOrNone?: ("a" | (string & {})) | (("a" | (string & {}))[] | null);
  /** The kind. */
  kind?: PingKind;
  /** The lists. */
  lists?: number[][];
  /** The part. */
  part?: Part;
  /** The parts. */
  parts?: Part | Part[];
  /** The holes. */
  holes?: (Part | null)[];
  /** PingOpen. */
  open?: PingOpen;
  /** PingLives. */
  lives?: PingLives;
  /** PingBounds. */
  bounds?: PingBounds;
  /** PingProse. */
  prose?: PingProse;
}`,
  },
  {
    name: "only an open object has an index signature",
    type: "PingOpen",
    want: `
/** PingOpen. */
export interface PingOpen {
  /** The known. */
  known: string;
  [k: string]: unknown;
}`,
  },
  {
    name: "when a property came, went, or is to be avoided",
    type: "PingLives",
    want: `
/** PingLives. */
export interface PingLives {
  /**
   * The young.
   *
   * @since v20
   */
  young?: string;
  /**
   * The old.
   *
   * Removed in v30.
   */
  old?: string;
  /**
   * The avoided.
   *
   * @deprecated since v20, use young instead
   */
  avoided?: string;
}`,
  },
  {
    name: "what a type cannot say stands in its comment",
    type: "PingBounds",
    want: `
/** PingBounds. */
export interface PingBounds {
  /**
   * The id.
   *
   * @format uuid
   * @maxLength 36
   * @example 0f8fad5b-d9cb-469f-a165-70867728950e
   */
  id?: string;
  /**
   * The hinted.
   *
   * @format uuid, normally
   */
  hinted?: string;
  /**
   * The count.
   *
   * @format int64
   * @minimum 1
   * @maximum 9
   */
  count?: number;
  /**
   * The list.
   *
   * @minItems 1
   * @maxItems 2
   */
  list?: string[];
}`,
  },
  {
    name: "prose that could end its comment, or begin a tag, does not",
    type: "PingProse",
    want: `
/** PingProse. */
export interface PingProse {
  /**
   * Ends *\u2215 a comment, \u2215* begins one,
   * \uff20param is no tag, {\uff20link x} neither,
   * and \`\${code}\` {{x}} $1.
   */
  odd?: string;
}`,
  },
  {
    name: "a part that has nothing in common between releases cannot be sent",
    type: "Pong",
    want: `
/** Pong. */
export interface Pong {
  /**
   * The list.
   *
   * @maxItems 0
   */
  list?: never[];
  /** The kind. */
  kind?: PongKind;
  /** No value works in every shop. */
  turned?: never;
  /** Removed in v20. */
  old?: never;
}`,
  },
  {
    name: "an open enum takes other texts, and editors still offer the known ones",
    type: "PingKind",
    want: `
/** The kind. */
export type PingKind = "a" | "b" | (string & {});`,
  },
  {
    name: "a closed enum says which value a shop may not know",
    type: "PongKind",
    want: `
/**
 * The kind.
 * Not "b" (requires v20).
 */
export type PongKind = "a";`,
  },
];

const targets = ["types"];
const small = once(async () => collectFiles(await emit(spec(), "..", { targets })));

describe("the types", () => {
  it.each(cases)("$type: $name", async ({ type, want }) => {
    expect((await declarationsOf(await small())).get(type)).toBe(want.trim());
  });
});

it("change one line where only the oldest release differs", async () => {
  const [older, newer] = await Promise.all(
    (["48..", "50.."] as const).map(async (range) =>
      [...(await layOutFiles(await output(range, { targets }))).values()].join("\n"),
    ),
  );
  const lines = new Set(newer?.split("\n"));
  expect(older?.split("\n").filter((line) => !lines.has(line))).toEqual([
    'export type OldestShop = "your oldest shop runs v48";',
  ]);
});

it("a comment tells of gated answers the bounds of each release, and of safe ones those of all", async () => {
  const text = {
    type: "string",
    maxLength: 20,
    "x-was": [{ until: "20", schema: { type: "string", maxLength: 10 } }],
  };
  const changed = createSmallSpec({ pong: object("Pong", { text }) });
  const printed = async (responses: "safe" | "gated") => {
    const files = collectFiles(await emit(changed, "..", { targets: ["types"], responses }));
    return (await declarationsOf(files)).get("Pong");
  };
  expect(await printed("safe")).toContain("   * @maxLength 10\n   */");
  expect(await printed("gated")).toContain(
    "   * @maxLength 10, before v20\n   * @maxLength 20, from v20 on\n   */",
  );
});
