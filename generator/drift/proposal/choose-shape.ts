import type { Direction } from "../../model/model.js";
import type { Shape } from "../../spec/dialect.js";
import { quote } from "../../text/quote.js";
import { listWords } from "../../text/words.js";
import type { ClaimedType } from "../claim.js";
import type { Known } from "../judge/known.js";
import { listTypes } from "../judge/known.js";
import type { Facts } from "./facts.js";
import { toNames } from "./find-part.js";

/** What a new part holds, and what of that is a guess. */
export interface ChosenShape {
  readonly shape: Shape;
  /** How the shape is known if no source gives it, in words that follow a comma. */
  readonly guess?: { readonly kind: "inferred" | "assumed"; readonly words: string };
  /** Sources that differ, in a sentence. */
  readonly conflict?: string;
}

type WrittenType = Exclude<ClaimedType, "null">;

/** How the dialect writes what a source says; the title of objects, and what they hold, comes later. */
const written: Readonly<Record<WrittenType, Shape>> = {
  boolean: { type: "boolean" },
  integer: { type: "integer" },
  int64: { type: "integer", format: "int64" },
  number: { type: "number" },
  string: { type: "string" },
  text: { type: "string" },
  uuid: { type: "string", format: "uuid" },
  date: { type: "string", format: "date" },
  "date-time": { type: "string", format: "date-time" },
  object: { type: "object" },
  array: { type: "array", items: { type: "string" } },
  "array of objects": { type: "array", items: { type: "object" } },
  "array of integers": { type: "array", items: { type: "integer" } },
  "array of strings": { type: "array", items: { type: "string" } },
};

/** Of two types that sources give one part, the one that takes what both say. */
const wider: readonly (readonly [WrittenType, readonly WrittenType[]])[] = [
  ["number", ["integer", "int64"]],
  ["int64", ["integer"]],
  ["string", ["text"]],
  ["string", ["uuid", "date", "date-time"]],
  ["array of objects", ["array"]],
  ["array of integers", ["array"]],
  ["array of strings", ["array"]],
];

/** Chooses what a part holds that the spec does not have: what sources say, or what a part of the same name holds. */
export function chooseShape(facts: Facts, known: Known): ChosenShape {
  const said = facts.types.filter((type): type is WrittenType => type !== "null");
  const types = said.filter(
    (type) => !wider.some(([wide, narrow]) => said.includes(wide) && narrow.includes(type)),
  );
  const [type] = types;
  if (type === undefined)
    return facts.values.length > 0 ? { shape: written.string } : guessShape(facts, known);
  const isNullable = facts.types.includes("null") && facts.values.length === 0;
  const conflict = `The sources give it several types: ${listWords(types, "and")}.`;
  return {
    shape: isNullable
      ? { ...written[type], type: [written[type].type ?? [], "null" as const].flat() }
      : written[type],
    ...(type === "array" && {
      guess: { kind: "assumed", words: "without what its items are; string is assumed" },
    }),
    ...(types.length > 1 && { conflict }),
  };
}

function guessShape({ subject: { side, path } }: Facts, known: Known): ChosenShape {
  if (path.endsWith("[]"))
    return {
      shape: written["array of objects"],
      guess: { kind: "assumed", words: "without a type; an array of objects is assumed" },
    };
  const alike = findAlike(side as Direction, path, known);
  if (!alike)
    return { shape: written.string, guess: { kind: "assumed", words: "without a type; string is assumed" } };
  const [type, like] = alike;
  return {
    shape: written[type],
    guess: { kind: "inferred", words: `without a type; ${type} as in ${quote(like)}` },
  };
}

const simple = ["boolean", "integer", "int64", "number", "string"] as const;

/** The type of a part with the same name on the same side, below the same name at the top if there is one. */
function findAlike(
  side: Direction,
  path: string,
  known: Known,
): [(typeof simple)[number], string] | undefined {
  const name = path.slice(path.lastIndexOf(".") + 1);
  const [root] = toNames(path);
  const found = known.parts.flatMap((group) => {
    const [part] = group;
    const [alternative, ...others] = listTypes(group);
    if (part.direction !== side || part.model.name !== name || !alternative || others.length > 0) return [];
    const { kind } = alternative;
    const type = kind.kind === "number" ? kind.level : kind.kind;
    const isPlain = kind.kind !== "string" || !(kind.enum ?? kind.format);
    return isPlain ? simple.filter((each) => each === type).map((each) => [each, part.path] as const) : [];
  });
  const near = found.find(([, other]) => toNames(other)[0] === root) ?? found[0];
  return near && [near[0], near[1]];
}
