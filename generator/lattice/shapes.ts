import type { Direction, EnumModel, EventModel, ObjectModel } from "../model/model.js";
import type { Release } from "../time/release.js";
import { existsAt } from "../time/spans.js";
import { type BoundName, createBound, withoutEmpty } from "./bounds.js";
import { type Snapshots, type NamedModel, enumAt, type Parts } from "./snapshot.js";
import { type EnumTree, type ObjectTree, once } from "./tree.js";

/**
 * One direction of the contract as a fleet sees it. Each object, and each enum with a title, has one shape wherever it is
 * used: it combines all releases of the fleet at which an event, or the envelope, leads to it. Undefined: nothing fits.
 */
export interface Shapes {
  readonly object: (model: ObjectModel) => ObjectTree | undefined;
  /** What every event has, at all releases of the fleet. */
  readonly envelope: () => ObjectTree | undefined;
  /** What an event lists itself, at the releases that know it. */
  readonly own: (event: EventModel) => ObjectTree | undefined;
  /** What an event lists itself and what every event has, in the order of the spec. */
  readonly body: (event: EventModel) => ObjectTree | undefined;
}

export interface ShapesOptions {
  readonly snapshots: Snapshots;
  /** The releases that can differ. */
  readonly releases: readonly Release[];
  readonly direction: Direction;
  /** Whether to accept what any release accepts, or only what all of them accept. */
  readonly bound: BoundName;
}

export function createShapes({ snapshots, releases, direction, bound: name }: ShapesOptions): Shapes {
  const bound = createBound(name);
  const objects = new Map<ObjectModel, ObjectTree | undefined>();
  const enums = new Map<EnumModel, EnumTree | undefined>();
  const releasesWith = (part: NamedModel) => releases.filter((release) => snapshots.holds(part, release));
  const judge = (object: ObjectModel, over: readonly Release[]): ObjectTree | undefined => {
    const whole = fold(
      over.map((release) => snapshots.at(release).outline(object, parts)),
      bound.objects,
    );
    return whole && withoutEmpty(whole);
  };
  const judgeEnum = (model: EnumModel): EnumTree | undefined => {
    const enums = releasesWith(model).flatMap((release) => enumAt(model, snapshots.at(release)) ?? []);
    // An open enum is joined in both directions, so that requests and answers share one type.
    const whole = fold(enums, model.open ? createBound("join").enums : bound.enums);
    return whole && { ...whole, isWhole: true };
  };
  const parts: Parts = {
    object: (object) => once(objects, object, () => judge(object, releasesWith(object))),
    enum: (model, moment) =>
      model.title === undefined ? enumAt(model, moment) : once(enums, model, () => judgeEnum(model)),
  };
  const envelopeModel = snapshots.model.envelope[direction];
  const envelope = () => once(objects, envelopeModel, () => judge(envelopeModel, releases));
  const own = (event: EventModel) =>
    judge(
      without(event[direction], envelopeModel),
      releases.filter((release) => existsAt(event.exists, release)),
    );
  return {
    object: parts.object,
    envelope,
    own,
    body: (event) => joinBody(event[direction], own(event), envelope()),
  };
}

const without = (object: ObjectModel, shared: ObjectModel): ObjectModel => ({
  ...object,
  properties: object.properties.filter((property) => !shared.properties.includes(property)),
});

function joinBody(
  model: ObjectModel,
  own: ObjectTree | undefined,
  envelope: ObjectTree | undefined,
): ObjectTree | undefined {
  if (!own || !envelope) return undefined;
  const properties = model.properties.flatMap(({ name }) => {
    const property = own.properties.get(name) ?? envelope.properties.get(name);
    return property ? [[name, property] as const] : [];
  });
  return { ...own, model, properties: new Map(properties) };
}

/** Combines all; undefined if there are none, or if they have nothing in common. */
function fold<T>([first, ...rest]: readonly T[], combine: (a: T, b: T) => T | undefined): T | undefined {
  return rest.reduce<T | undefined>((whole, next) => whole && combine(whole, next), first);
}
