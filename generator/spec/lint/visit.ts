import type { Place } from "../../problem/problem.js";
import { type Annotations, type Carried, type Shape, optionalRelease, toRelease } from "../dialect.js";
import { readObjectLists } from "../files.js";
import { type LinkedSpec, listParts, type Part } from "../link/link-spec.js";
import { joinPointer, placeInside } from "../pointer.js";
import { findPaths, readPath } from "../values.js";
import { baseline, type Release } from "../../time/release.js";
import type { Span } from "../../time/spans.js";

/** What a part of the spec belongs to: its name and its dates. */
export interface Whole {
  readonly label: string;
  readonly added?: Release | undefined;
  readonly removed?: Release | undefined;
}

/** A shape and how it came to be there. */
export interface Visit {
  readonly shape: Shape;
  readonly place: Place;
  readonly role: "file" | Part["role"];
  /** The file that it belongs to; a property that was included is written in another one. */
  readonly file: string;
  readonly whole: Whole;
  /** When it can exist; a shape of `x-was`, and the one after it, only in its own era. */
  readonly span: Required<Span>;
  /** The object that a property belongs to. */
  readonly holder?: Shape;
}

/** A linked spec with every shape of its files. Most rules look at all of them, so they are visited once. */
export interface VisitedSpec extends LinkedSpec {
  readonly visits: readonly Visit[];
  /** The files in which names lead nowhere, or stand twice. */
  readonly astray: ReadonlySet<string>;
}

/** What a linked spec, and one that has been checked, has of its shapes. */
type Linked = Pick<LinkedSpec, "shapes" | "origins">;

/** A shape that has been found, before its own dates and eras are counted in. */
type Found = Omit<Visit, "span"> & { readonly within: Required<Span> };

/** Every shape of the spec's files, outermost first; a `$ref` is not followed. */
export function* visitShapes(spec: Linked): Generator<Visit> {
  for (const [path, shape] of spec.shapes) {
    const outermost = { file: path, place: { file: path, pointer: "" }, role: "file" } as const;
    yield* visit({ ...outermost, shape, whole: { label: "the spec" }, within: allTime }, spec);
  }
}

const allTime: Required<Span> = { from: baseline, until: Infinity as Release };

function* visit({ within, ...current }: Found, spec: Linked): Generator<Visit> {
  const { shape } = current;
  const exists = clip(within, optionalRelease(shape["x-added-in"]), optionalRelease(shape["x-removed-in"]));
  const ends = (shape["x-was"] ?? []).map(({ until }) => toRelease(until));
  const span = clip(exists, ends.at(-1));
  yield { ...current, span };
  const whole = wholeFor(current);
  let era = 0;
  for (const { role, shape: part, tokens } of listParts(shape)) {
    const place = placeInside(current.place, ...tokens);
    const found = { shape: part, place, role, file: current.file, whole, within: span };
    if (role === "property") {
      yield* visit({ ...found, place: spec.origins.get(part) ?? place, holder: shape }, spec);
    } else if (role === "era") {
      yield* visit({ ...found, within: clip(exists, ends[era - 1], ends[era]) }, spec);
      era += 1;
    } else yield* visit(found, spec);
  }
}

/** The part of a span from one release on and before another. */
const clip = (
  { from, until }: Required<Span>,
  added: Release = from,
  removed: Release = until,
): Required<Span> => ({
  from: Math.max(from, added) as Release,
  until: Math.min(until, removed) as Release,
});

/** What the parts of a shape belong to: the shape itself if it has dates, otherwise what it belongs to. */
function wholeFor({ shape, whole, place }: Pick<Visit, "shape" | "whole" | "place">): Whole {
  const { added, removed } = readDates(shape);
  return added === undefined && removed === undefined
    ? whole
    : { label: describePlace(place), added: added ?? whole.added, removed: removed ?? whole.removed };
}

/** When something was added and removed, if its annotations say so. */
export const readDates = (part: Annotations): Omit<Whole, "label"> => ({
  added: optionalRelease(part["x-added-in"]),
  removed: optionalRelease(part["x-removed-in"]),
});

/** The name of what is at a place: the last token of its pointer, or the file. */
const describePlace = ({ file, pointer }: Place): string =>
  pointer
    .split("/")
    .slice(1)
    .filter((token) => token !== "properties")
    .at(-1) ?? file;

/** An entry of `carries` or `answers`, or an event as a whole. */
export interface EventPart {
  readonly part: Carried;
  readonly place: Place;
  readonly whole: Whole;
}

/** Every event, and every object that an event or the envelope lists. */
export function* visitEvents(spec: Pick<LinkedSpec, "envelope" | "events">): Generator<EventPart> {
  const outside: Whole = { label: "the spec" };
  for (const { file, event, ...lists } of readObjectLists(spec)) {
    const part = event === undefined ? undefined : spec.events.get(event);
    if (part) yield { part, place: { file, pointer: "" }, whole: outside };
    const whole = event === undefined || !part ? outside : { label: event, ...readDates(part) };
    for (const role of ["carries", "answers"] as const) {
      for (const [name, object] of Object.entries(lists[role])) {
        yield { part: object, place: { file, pointer: joinPointer("", role, name) }, whole };
      }
    }
  }
}

/** Something that annotations may date: a shape, an event, or an object that an event lists. */
export interface Dated {
  readonly part: Annotations & Pick<Carried, "x-required-since" | "x-optional-since">;
  readonly place: Place;
  readonly whole: Whole;
}

/** Everything in a spec that annotations may date. */
export const listDated = (spec: Pick<VisitedSpec, "envelope" | "events" | "visits">): Dated[] => [
  ...visitEvents(spec),
  ...spec.visits.map(({ shape, place, whole }) => ({ part: shape, place, whole })),
];

/** A release that an annotation names, and the way to it from what the annotation stands on. */
interface NamedRelease {
  readonly release: string;
  readonly tokens: readonly [keyword: string, ...rest: string[]];
}

/** Where annotations name releases. Of a list, or of the values of an enum, the way leads to the keyword alone. */
const releaseWays = [
  ...["x-added-in", "x-removed-in", "x-deprecated-in"].map((keyword) => [keyword]),
  ...["x-required-since", "x-optional-since"].flatMap((keyword) => [[keyword], [keyword, "*"]]),
  ...["x-enum-added-in", "x-enum-removed-in"].map((keyword) => [keyword, "*"]),
  ["x-notes", "*", "since"],
  ["x-was", "*", "until"],
];

/** Every release that the annotations of one part name. */
export const listReleases = (part: Dated["part"]): NamedRelease[] =>
  releaseWays.flatMap((way) =>
    findPaths(part, way).flatMap((path) => {
      const release = readPath(part, path);
      const [keyword = "", ...rest] = path;
      const tokens = [keyword, ...(way.at(-1) === "*" ? [] : rest)] as const;
      return typeof release === "string" ? [{ release, tokens }] : [];
    }),
  );
