import { once } from "../../../generator/once.js";
import { object, createSmallSpec } from "../../workbench/small-spec.js";
import type { InterfaceCase } from "./real-cases.js";

const nasty =
  "Ends */ a comment, /* begins one,\n@param is no tag, {@link x} neither, \u2028 and `${code}` {{x}} $1.";

/** A spec that has what the real one lacks. */
export const spec = once(() =>
  createSmallSpec({
    ping: object(
      "Ping",
      {
        text: { type: "string" },
        flag: { type: "boolean" },
        nothing: { type: ["string", "null"] },
        values: { type: "array", items: { type: "string", enum: ["a", "b"] } },
        lists: { type: "array", items: { type: "array", items: { type: "number" } } },
        part: { $ref: "common/part.json" },
        parts: {
          anyOf: [{ $ref: "common/part.json" }, { type: "array", items: { $ref: "common/part.json" } }],
        },
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
    }),
    files: { "common/part.json": object("Part", { name: { type: "string" } }) },
  }),
);

export const smallCases: readonly InterfaceCase[] = [
  {
    name: "each kind of value as a person would write it",
    range: "..",
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
  /** The lists. */
  lists?: number[][];
  /** The part. */
  part?: Part;
  /** The parts. */
  parts?: Part | Part[];
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
    range: "..",
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
    range: "..",
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
   * Gone since v30.
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
    range: "..",
    type: "PingBounds",
    want: `
/** PingBounds. */
export interface PingBounds {
  /**
   * The id.
   *
   * @format uuid
   * @maxLength 36
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
    range: "..",
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
    range: "..",
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
  /** no value works in every shop */
  turned?: never;
  /** removed in v20: not in every shop */
  old?: never;
}`,
  },
];
