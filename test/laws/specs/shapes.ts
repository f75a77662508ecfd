import { happens, listOf, oneOf, someOf, type Draw } from "../../workbench/draw.js";
import {
  allTime,
  drawDates,
  drawReleases,
  drawSwitches,
  drawValueDates,
  type Releases,
  type Span,
} from "./history.js";

export type Json = Readonly<Record<string, unknown>>;
export type Side = "requests" | "responses";

/** One side of a spec that is being drawn. The sides share no objects. */
export interface SpecDraft {
  readonly draw: Draw;
  readonly releases: Releases;
  readonly side: Side;
  readonly files: Map<string, Json>;
  /** The finished shared files, by JSON kind. */
  readonly shared: Map<string, string[]>;
}

type Kind = "boolean" | "number" | "string" | "array" | "object";
const kinds: readonly Kind[] = ["string", "boolean", "number", "object", "array"];

/** Some names have a meaning in JavaScript. */
export const propertyNames = ["name", "count", "items", "default", "then", "prototype", "x"];

const deepest = 3;

function drawShape(draft: SpecDraft, span: Span, depth: number): Json {
  const { draw } = draft;
  if (depth < deepest && happens(draw, 10)) return drawAnyOf(draft, span, depth);
  if (happens(draw, 8)) return { $ref: fileOfBothSides(draft) };
  const kind = oneOf(draw, depth < deepest ? kinds : kinds.slice(0, 3));
  if (happens(draw, 15)) return { $ref: sharedFile(draft, kind, depth) };
  const shape = drawKind(kind, draft, span, depth);
  return happens(draw, 10) ? { ...shape, type: [shape["type"], "null"] } : shape;
}

/** Alternatives of different kinds, or strings of different formats. */
function drawAnyOf(draft: SpecDraft, span: Span, depth: number): Json {
  const { draw } = draft;
  if (happens(draw, 20)) {
    return { anyOf: someOf(draw, formats, 2).map((format) => ({ type: "string", format })) };
  }
  const alternatives = someOf(draw, kinds, 2 + draw.below(2)).map((kind) =>
    happens(draw, 25) ? { $ref: sharedFile(draft, kind, depth) } : drawKind(kind, draft, span, depth + 1),
  );
  return { anyOf: happens(draw, 20) ? [...alternatives, { type: "null" }] : alternatives };
}

function drawKind(kind: Kind, draft: SpecDraft, span: Span, depth: number): Json {
  switch (kind) {
    case "boolean":
      return { type: "boolean" };
    case "number":
      return numberShape(draft.draw);
    case "string":
      return happens(draft.draw, 50) ? enumShape(draft, span) : textShape(draft.draw);
    case "array":
      return arrayShape(draft, span, depth);
    case "object":
      return objectShape(draft, span, depth);
  }
}

/** A new or existing file in `common/` for this kind, with or without dates. */
function sharedFile(draft: SpecDraft, kind: Kind, depth: number): string {
  const { draw, shared, files, releases, side } = draft;
  const known = shared.get(kind) ?? [];
  if (known.length > 0 && happens(draw, 60)) return oneOf(draw, known);
  const [dates, span] = drawDates(draw, allTime(releases), releases);
  const shape = drawKind(kind, draft, span, depth + 1);
  const path = `common/${side}-${[...shared.values()].flat().length + 1}.json`;
  shared.set(kind, [...(shared.get(kind) ?? []), path]);
  files.set(path, { description: "Shared.", ...shape, ...dates });
  return path;
}

/** The two sides may share only an open enum with a title. */
function fileOfBothSides({ draw, files, releases }: SpecDraft): string {
  const path = "common/both.json";
  if (files.has(path)) return path;
  const values = someOf(draw, enumValues, 1 + draw.below(4));
  const dates = drawValueDates(draw, { values, open: true, within: allTime(releases) }, releases);
  const shape = { description: "Both.", title: "Both", type: "string", enum: values, "x-open": true };
  files.set(path, { ...shape, ...dates });
  return path;
}

export function numberShape(draw: Draw): Json {
  const level = oneOf<Json>(draw, [
    { type: "number" },
    { type: "integer" },
    { type: "integer", format: "int64" },
  ]);
  const [low, high] = [oneOf(draw, [0, -2, 0.5, 2]), oneOf(draw, [0, 1, 2.5, 5])];
  return {
    ...level,
    ...(happens(draw, 40) && { minimum: low }),
    ...(happens(draw, 40) && { maximum: low + 0.5 + high }),
  };
}

const formats = ["uuid", "date", "date-time", "uri"];

export function textShape(draw: Draw): Json {
  const least = draw.below(3);
  return {
    type: "string",
    ...(happens(draw, 30) && { format: oneOf(draw, formats) }),
    ...(happens(draw, 10) && { "x-format-hint": oneOf(draw, formats) }),
    ...(happens(draw, 30) && { minLength: least }),
    ...(happens(draw, 30) && { maxLength: least + draw.below(3) }),
  };
}

/** Values of different lengths. One has more bytes than characters. */
export const enumValues = ["a", "bb", "ccc", "😀", ""];

export function enumShape({ draw, releases, files, side }: SpecDraft, within: Span): Json {
  const values = someOf(draw, enumValues, 1 + draw.below(4));
  const open = happens(draw, 25);
  return {
    ...(happens(draw, 30) && { title: newTitle(files, side) }),
    type: "string",
    enum: values,
    ...(open && { "x-open": true }),
    ...drawValueDates(draw, { values, open, within }, releases),
  };
}

function arrayShape(draft: SpecDraft, span: Span, depth: number): Json {
  const { draw } = draft;
  const items = drawShape(draft, span, depth + 1);
  const least = draw.below(2);
  return {
    type: "array",
    items,
    ...(happens(draw, 30) && { minItems: least }),
    ...(happens(draw, 30) && { maxItems: least + draw.below(3) }),
  };
}

export function objectShape(draft: SpecDraft, span: Span, depth: number): Json {
  const { draw, files, side } = draft;
  const title = newTitle(files, side);
  const names = someOf(draw, propertyNames, draw.below(depth === 0 ? 6 : 4));
  const properties = names.map((name) => [name, drawProperty(name, draft, span, depth)] as const);
  return {
    title,
    type: "object",
    ...(happens(draw, 15) && { "x-open": true }),
    properties: Object.fromEntries(properties.map(([name, { shape }]) => [name, shape])),
    required: properties.filter(([, { required }]) => required).map(([name]) => name),
  };
}

/** Numbers the titles. `files` has the count until the spec is complete. */
function newTitle(files: Map<string, Json>, side: Side): string {
  const count = Number(files.get("titles")?.["count"] ?? 0) + 1;
  files.set("titles", { count });
  return `${side === "requests" ? "Sent" : "Answered"}${count}`;
}

/** Also returns whether the property is required now. */
function drawProperty(
  name: string,
  draft: SpecDraft,
  within: Span,
  depth: number,
): { shape: Json; required: boolean } {
  const { draw, releases } = draft;
  const [dates, span] = drawDates(draw, within, releases);
  const [switches, required] = drawSwitches(draw, span, releases);
  const old = happens(draw, 25) ? drawReleases(draw, span, releases, 2) : [];
  const shape = {
    description: `${name}.`,
    ...drawShape(draft, span, depth + 1),
    ...dates,
    ...switches,
    ...(old.length > 0 && {
      "x-was": old.map((until) => ({ until, schema: drawShape(draft, span, depth + 1) })),
    }),
    ...(happens(draw, 5) && { "x-planned": true }),
    ...(happens(draw, 10) && {
      "x-legacy-names": listOf(draw, 1, 2, () => name).map((text, i) => `${text}Old${i}`),
    }),
    ...(happens(draw, 10) && drawProse(draw, span, releases)),
  };
  return { shape, required };
}

function drawProse(draw: Draw, span: Span, releases: Releases): Json {
  const [since] = drawReleases(draw, span, releases, 1);
  return since === undefined ? {} : { "x-deprecated-in": since, "x-notes": [{ since, text: "Note." }] };
}
