import type { Direction, KindModel, ObjectModel, PropertyModel, TypeModel } from "../../model/model.js";
import { dropArrays } from "../../spec/values.js";
import { always, intersect, type Spans } from "../../time/spans.js";
import { errorRequestName } from "../../spec/files.js";
import type { Known } from "./known.js";

/** Something that the contract has at a place of a body, and the releases in which it has it there. */
interface Found<Of> {
  readonly of: Of;
  readonly exists: Spans;
}

export type Holder = Found<ObjectModel>;
export type Way = Found<PropertyModel>;
export type Alternative = Found<KindModel>;

/** A part of a body, in every way in which the contract has had it. */
export interface Part {
  /** The objects that it stands in. */
  readonly holders: readonly Holder[];
  readonly ways: readonly Way[];
  /** What it holds; of a path that ends with `[]`, what the items of its array are. */
  readonly alternatives: readonly Alternative[];
}

/** The root of the bodies of an event; without one, the roots of all events. */
export function listRoots(side: Direction, event: string | undefined, { model }: Known): readonly Holder[] {
  if (event === errorRequestName) return [{ of: model.errorRequest, exists: always }];
  const events = model.events.filter(({ name }) => event === undefined || name === event);
  return events.map((each) => ({ of: each[side], exists: each.exists }));
}

/** Follows a path from the roots of bodies, through all releases. */
export function followPath(path: string, roots: readonly Holder[]): Part {
  const [first = "", ...rest] = path.split(".");
  return rest.reduce(
    (part, step) => followStep(step, listHolders(part.alternatives)),
    followStep(first, roots),
  );
}

function followStep(step: string, holders: readonly Holder[]): Part {
  const name = dropArrays(step);
  const ways = findWays(name, holders);
  const depth = (step.length - name.length) / "[]".length;
  const alternatives = Array.from({ length: depth }).reduce<readonly Alternative[]>(
    listItems,
    listAlternatives(ways),
  );
  return { holders, ways, alternatives };
}

/** The properties that objects have under a name. What no release has, they have in none. */
export const findWays = (name: string, holders: readonly Holder[]): readonly Way[] =>
  holders.flatMap(({ of: { properties }, exists }) =>
    properties
      .filter((property) => property.name === name)
      .map((property) => ({
        of: property,
        exists: property.aside ? [] : intersect(exists, property.exists),
      })),
  );

/** What a property holds, each of its eras by itself. */
export const listAlternatives = (ways: readonly Way[]): readonly Alternative[] =>
  ways.flatMap(({ of: { eras }, exists }) =>
    eras.flatMap((era) => toAlternatives(era.type, intersect(exists, era.exists))),
  );

/** What the items of arrays are. */
export const listItems = (alternatives: readonly Alternative[]): readonly Alternative[] =>
  alternatives.flatMap(({ of: kind, exists }) =>
    kind.kind === "array" ? toAlternatives(kind.items, exists) : [],
  );

/** The objects among what a part holds. */
export const listHolders = (alternatives: readonly Alternative[]): readonly Holder[] =>
  alternatives.flatMap(({ of: kind, exists }) => (kind.kind === "object" ? { of: kind.object, exists } : []));

const toAlternatives = (type: TypeModel, exists: Spans): readonly Alternative[] =>
  type.map((alternative) => ({ of: alternative.kind, exists: intersect(exists, alternative.exists) }));
