import type { Place } from "../../problem/problem.js";
import type { Release } from "../../time/release.js";
import { always, intersect, spanBetween, type Spans } from "../../time/spans.js";
import { type Annotations, type Carried, optionalRelease, type Shape, toRelease } from "../dialect.js";
import { eventPath, listEntries } from "../files.js";
import { type LinkedSpec, listParts, type LinkedPart } from "../link/link-spec.js";
import { placeIn, splitPointer } from "../pointer.js";
import { findPaths, defined, readPath } from "../values.js";

/** What a part of the spec belongs to: its name and its dates. */
export interface Whole {
  readonly label: string;
  readonly added: Release;
  readonly removed: Release;
}

/** Something that annotations may date: a shape, an event, or an object that an event lists. */
export interface Dated<Kind = Annotations & Pick<Carried, "x-required-since" | "x-optional-since">> {
  readonly part: Kind;
  readonly place: Place;
  readonly whole: Whole;
  /** Whether what holds it requires it. */
  readonly required: boolean;
  /** The object that a property belongs to. */
  readonly holder?: Shape;
}

/** A shape and how it came to be there. */
export interface Visit extends Dated<Shape> {
  readonly role: "file" | LinkedPart["role"];
  /** The file that it belongs to; a property that was included is written in another one. */
  readonly file: string;
  /** When it can exist; a shape of `x-was`, and the one after it, only in its own era. */
  readonly spans: Spans;
}

/** A linked spec with every shape of its files. Most rules look at all of them, so they are visited once. */
export interface VisitedSpec extends LinkedSpec {
  readonly visits: readonly Visit[];
  /** The files in which names lead nowhere, or stand twice. */
  readonly astray: ReadonlySet<string>;
}

/** What a linked spec, and one that has been checked, has of its shapes. */
type Linked = Pick<LinkedSpec, "shapes" | "origins">;

const theSpec: Whole = { label: "the spec", added: -Infinity as Release, removed: Infinity as Release };

/** Every shape of the spec's files, outermost first; a `$ref` is not followed. */
export const visitShapes = (spec: Linked): Visit[] =>
  [...spec.shapes].flatMap(([file, part]) =>
    visit({ part, file, role: "file", whole: theSpec, within: always, required: false }, spec),
  );

/** A shape that has been found, before its own dates and eras are counted in. */
type Found = Omit<Visit, "spans" | "place"> & { readonly within: Spans };

function visit({ within, ...current }: Found, spec: Linked): Visit[] {
  const { part, file, whole: above } = current;
  const place = defined(spec.origins.get(part), "a linked shape is written somewhere");
  const { added, removed } = readDates(part);
  const exists = intersect(within, spanBetween(added, removed));
  const ends = (part["x-was"] ?? []).map(({ until }) => toRelease(until));
  const spans = intersect(exists, spanBetween(ends.at(-1), undefined));
  const whole = toWhole(part, describePlace(place), above);
  const inner = listParts(part).flatMap(({ role, shape, tokens: [, key = ""] }) => {
    const era = Number(key);
    const lasts = role === "era" ? intersect(exists, spanBetween(ends[era - 1], ends[era])) : spans;
    const required = role === "property" && part.required?.includes(String(key)) === true;
    const holder = role === "property" && { holder: part };
    return visit({ part: shape, file, role, whole, within: lasts, required, ...holder }, spec);
  });
  return [{ ...current, place, spans }, ...inner];
}

/** What the parts of something belong to: that itself if it has dates, otherwise what it belongs to. */
function toWhole(part: Annotations, label: string, above: Whole): Whole {
  const { added, removed } = readDates(part);
  if (added === undefined && removed === undefined) return above;
  return { label, added: added ?? above.added, removed: removed ?? above.removed };
}

/** When something was added and removed, if its annotations say so. */
export const readDates = (part: Annotations) => ({
  added: optionalRelease(part["x-added-in"]),
  removed: optionalRelease(part["x-removed-in"]),
});

/** The name of what is at a place: the last token of its pointer, or the file. */
const describePlace = ({ file, pointer }: Place): string =>
  splitPointer(pointer).findLast((token) => token !== "properties") ?? file;

/** Everything in a spec that annotations may date. */
export const listDated = (spec: Pick<VisitedSpec, "envelope" | "events" | "visits">): Dated[] => [
  ...[...spec.events].map(([name, part]) => ({
    ...{ part, place: placeIn(eventPath(name)), whole: theSpec, required: false },
  })),
  ...listEntries(spec).map(({ event = "", part, place }) => ({
    ...{ part, place, required: part.required === true },
    whole: toWhole(spec.events.get(event) ?? {}, event, theSpec),
  })),
  ...spec.visits,
];

/** Where annotations name releases. */
const releaseWays = [
  ...["x-added-in", "x-removed-in", "x-deprecated-in", "x-notes/*/since", "x-was/*/until"],
  ...["x-required-since", "x-required-since/*", "x-optional-since", "x-optional-since/*"],
  ...["x-enum-added-in/*", "x-enum-removed-in/*"],
].map((way) => way.split("/"));

/** Every release that the annotations of one part name, and the way to it: of a list, or of the values of an enum, to the keyword alone. */
export const listReleases = (part: Dated["part"]) =>
  releaseWays.flatMap((way) =>
    findPaths(part, way).flatMap((path) => {
      const text = readPath(part, path);
      const [keyword = ""] = path;
      const tokens = way.at(-1) === "*" ? [keyword] : path;
      return typeof text === "string" ? [{ text, release: toRelease(text), keyword, tokens }] : [];
    }),
  );
