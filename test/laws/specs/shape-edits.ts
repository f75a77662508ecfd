import { happens, oneOf, type Draw } from "../../workbench/draw.js";
import { allTime } from "./history.js";
import type { JsonPath } from "../../workbench/json-paths.js";
import { editDepth, type Edit } from "./edit.js";
import { listObjectEdits } from "./object-edits.js";
import {
  drawShape,
  enumShape,
  enumValues,
  numberShape,
  textShape,
  type Json,
  type SpecDraft,
} from "./shapes.js";

/** What may be done to a shape in this path of its file, so that the spec still lints clean. */
export function editsOf(shape: Json, path: JsonPath, draft: SpecDraft): readonly Edit[] {
  const own = ownEdits(shape, path, draft);
  // The root of a file is of the kind that whoever refers to it expects, and alternatives are of different kinds.
  if (path.at(-2) !== "properties" && path.at(-1) !== "items") return own;
  const replaced = () => ({ ...annotationsOf(shape), ...drawShape(draft, allTime([]), editDepth) });
  return [...own, ...own, replaced];
}

function ownEdits(shape: Json, path: JsonPath, draft: SpecDraft): Edit[] {
  const { draw } = draft;
  const types = [shape["type"]].flat();
  const as = (next: Json): Json => ({
    ...annotationsOf(shape),
    ...next,
    ...(types.includes("null") && { type: [next["type"], "null"] }),
  });
  if (types.includes("object")) return listObjectEdits(shape, draft);
  if (types.includes("array")) return [() => ({ ...shape, ...itemBounds(draw) })];
  if (types.includes("number") || types.includes("integer")) return [() => as(numberShape(draw))];
  // Of alternatives that are all text each has a format of its own.
  if (!types.includes("string") || (path.at(-2) === "anyOf" && shape["format"] !== undefined)) return [];
  return [
    () => as(textShape(draw)),
    () => as(enumShape(draft, allTime([]))),
    ...(shape["enum"] ? [() => as(withoutDates(shape)), () => as(otherValues(draw, shape))] : []),
  ];
}

const itemBounds = (draw: Draw): Json => {
  const least = draw.below(3);
  return { minItems: least, maxItems: least + draw.below(3) };
};

/** What is told of a path, whatever shape stands there. */
const annotationsOf = (shape: Json): Json =>
  Object.fromEntries(Object.entries(shape).filter(([key]) => key === "description" || isAnnotation(key)));

const isAnnotation = (key: string): boolean =>
  key.startsWith("x-") &&
  !key.startsWith("x-enum-") &&
  !["x-open", "x-format-hint", "x-inlined"].includes(key);

/** The same enum, open if it was closed, its values without dates of their own. */
const withoutDates = ({ title, enum: values, "x-open": open }: Json): Json => ({
  ...(title !== undefined && { title }),
  type: "string",
  enum: values,
  ...(open !== true && { "x-open": true }),
});

/** The same enum with a value more or less. */
function otherValues(draw: Draw, { title, enum: values, "x-open": open }: Json): Json {
  const known = values as readonly string[];
  const others = enumValues.filter((value) => !known.includes(value));
  const more = others.length > 0 && (known.length === 1 || happens(draw, 50));
  const next = more ? [...known, oneOf(draw, others)] : known.slice(1);
  return {
    ...(title !== undefined && { title }),
    type: "string",
    enum: next,
    ...(open === true && { "x-open": true }),
  };
}
