import type { Place } from "../../problem/problem.js";
import type { Annotations, Carried, Shape } from "../dialect.js";
import type { LinkedSpec } from "../link/link-spec.js";
import { joinPointer } from "../pointer.js";
import { baseline, parseRelease, type Release } from "../../time/release.js";

/** What holds a part of the spec, as far as its history needs to know. */
export interface Holder {
  readonly label: string;
  readonly added?: Release;
  readonly removed?: Release;
}

/** The releases at which a shape can exist; `until` is not one of them. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** A shape and how it came to be there. */
export interface Visit {
  readonly shape: Shape;
  readonly place: Place;
  readonly role: "file" | "property" | "item" | "alternative" | "era";
  readonly holder: Holder;
  /** When it can exist: of the shapes that a property has and had, each in its own era only. */
  readonly stretch: Stretch;
  /** The object that a property belongs to. */
  readonly owner?: Shape;
}

/** A shape that has been found, before its own life and eras are counted in. */
type Found = Omit<Visit, "stretch"> & { readonly within: Stretch };

/** Every shape of the spec's files, outermost first; a `$ref` is not followed. */
export function* visitShapes(spec: LinkedSpec): Generator<Visit> {
  for (const [path, shape] of spec.shapes) {
    const place = { file: path, pointer: "" };
    yield* visit({ shape, place, role: "file", holder: { label: "the spec" }, within: allTime }, spec);
  }
}

const allTime: Stretch = { from: baseline, until: Infinity };

function* visit({ within: whole, ...current }: Found, spec: LinkedSpec): Generator<Visit> {
  const { shape } = current;
  const life = clip(whole, release(shape["x-added-in"]), release(shape["x-removed-in"]));
  const ends = (shape["x-was"] ?? []).map(({ until }) => release(until));
  const within = clip(life, ends.at(-1));
  yield { ...current, stretch: within };
  const holder = holderOf(shape, current);
  const at = (...tokens: (string | number)[]) => place(current.place, ...tokens);
  for (const [name, part] of Object.entries(shape.properties ?? {})) {
    const origin = spec.origins.get(part) ?? at("properties", name);
    yield* visit({ shape: part, place: origin, role: "property", holder, within, owner: shape }, spec);
  }
  if (shape.items) {
    yield* visit({ shape: shape.items, place: at("items"), role: "item", holder, within }, spec);
  }
  for (const [i, part] of (shape.anyOf ?? []).entries()) {
    yield* visit({ shape: part, place: at("anyOf", i), role: "alternative", holder, within }, spec);
  }
  for (const [i, era] of (shape["x-was"] ?? []).entries()) {
    const own = clip(life, ends[i - 1], ends[i]);
    yield* visit(
      { shape: era.schema, place: at("x-was", i, "schema"), role: "era", holder, within: own },
      spec,
    );
  }
}

/** A stretch, as far as it lies from one release on and before another. */
const clip = ({ from, until }: Stretch, added: number = from, removed: number = until): Stretch => ({
  from: Math.max(from, added),
  until: Math.min(until, removed),
});

function holderOf(shape: Annotations, { holder, place }: Pick<Visit, "holder" | "place">): Holder {
  const added = release(shape["x-added-in"]) ?? holder.added;
  const removed = release(shape["x-removed-in"]) ?? holder.removed;
  const own = shape["x-added-in"] !== undefined || shape["x-removed-in"] !== undefined;
  return {
    label: own ? nameOf(place) : holder.label,
    ...(added !== undefined && { added }),
    ...(removed !== undefined && { removed }),
  };
}

/** An entry of `carries` or `answers`, or an event as a whole. */
export interface EventPart {
  readonly part: Carried;
  readonly place: Place;
  readonly holder: Holder;
}

/** Every event, and every object that an event or the envelope lists. */
export function* visitEvents(spec: LinkedSpec): Generator<EventPart> {
  const outside: Holder = { label: "the spec" };
  for (const role of ["carries", "answers"] as const) {
    for (const [name, part] of Object.entries(spec.envelope[role])) {
      yield { part, place: { file: "envelope.json", pointer: joinPointer("", role, name) }, holder: outside };
    }
  }
  for (const [event, file] of spec.events) {
    const root = { file: `events/${event}.json`, pointer: "" };
    yield { part: file, place: root, holder: outside };
    const added = release(file["x-added-in"]);
    const removed = release(file["x-removed-in"]);
    const holder = {
      label: event,
      ...(added !== undefined && { added }),
      ...(removed !== undefined && { removed }),
    };
    for (const role of ["carries", "answers"] as const) {
      for (const [name, part] of Object.entries(file[role] ?? {})) {
        yield { part, place: place(root, role, name), holder };
      }
    }
  }
}

const release = (text: string | undefined): Release | undefined =>
  text === undefined ? undefined : parseRelease(text);

const place = (from: Place, ...tokens: (string | number)[]): Place => ({
  file: from.file,
  pointer: joinPointer(from.pointer, ...tokens),
});

const nameOf = ({ file, pointer }: Place): string =>
  pointer === ""
    ? file
    : (pointer
        .split("/")
        .filter((token) => token !== "properties")
        .at(-1) ?? file);
