import type { EnumModel, EventModel, Model, ObjectModel } from "../model/model.js";
import type { Release } from "../time/release.js";
import type { Album, Part } from "./album.js";
import { createJoin, joinEnums } from "./join.js";
import { createMeet, meetEnums, withoutEmpty } from "./meet.js";
import { enumAt, livesAt, type Parts } from "./snapshot.js";
import type { EnumTree, ObjectTree } from "./tree.js";

/** Who produces a body: the POS a request, the integrator a response. */
export type Direction = "request" | "response";

/**
 * One direction of the contract as a fleet sees it. An object, like an enum with a title, is judged once: over all
 * steps at which it exists, whoever holds it (versioning.md, "One object, one shape"). Undefined: nothing fits.
 */
export interface Shapes {
  readonly object: (model: ObjectModel) => ObjectTree | undefined;
  /** What every event has, judged over the whole fleet. */
  readonly envelope: () => ObjectTree | undefined;
  /** What an event lists itself, judged over the steps at which it exists. */
  readonly own: (event: EventModel) => ObjectTree | undefined;
}

export interface ShapesOptions {
  readonly model: Model;
  readonly album: Album;
  readonly steps: readonly Release[];
  readonly direction: Direction;
  /** Whether to accept what any step accepts, or only what all of them accept. */
  readonly bound: "join" | "meet";
}

export function createShapes(options: ShapesOptions): Shapes {
  const { model, album, steps, direction } = options;
  const combine = options.bound === "join" ? createJoin() : createMeet();
  const objects = new Map<ObjectModel, ObjectTree | undefined>();
  const enums = new Map<EnumModel, EnumTree | undefined>();
  const stepsOf = (part: Part): readonly Release[] => steps.filter((step) => album.holds(part, step));
  const judge = (object: ObjectModel, over: readonly Release[]): ObjectTree | undefined => {
    const whole = fold(
      over.map((step) => album.at(step).outline(object, parts)),
      combine,
    );
    return whole && withoutEmpty(whole);
  };
  const parts: Parts = {
    object: (object) => once(objects, object, () => judge(object, stepsOf(object))),
    enum: (choice, release) =>
      choice.title === undefined
        ? enumAt(choice, release)
        : once(enums, choice, () => judgeEnum(choice, stepsOf(choice), options.bound)),
  };
  const envelope = model.envelope[direction];
  return {
    object: parts.object,
    envelope: () => once(objects, envelope, () => judge(envelope, steps)),
    own: (event) =>
      judge(
        without(event[direction], envelope),
        steps.filter((step) => livesAt(event.life, step)),
      ),
  };
}

/** An open enum is open in both directions, so that both see the same values. */
function judgeEnum(
  model: EnumModel,
  steps: readonly Release[],
  bound: ShapesOptions["bound"],
): EnumTree | undefined {
  const combine = bound === "join" || model.open ? joinEnums : meetEnums;
  const whole = fold(
    steps.flatMap((step) => enumAt(model, step) ?? []),
    combine,
  );
  return whole && { ...whole, isWhole: true };
}

const without = (object: ObjectModel, shared: ObjectModel): ObjectModel => ({
  ...object,
  properties: object.properties.filter((property) => !shared.properties.includes(property)),
});

function fold<T>([first, ...rest]: readonly T[], combine: (a: T, b: T) => T | undefined): T | undefined {
  return rest.reduce<T | undefined>((sofar, next) => sofar && combine(sofar, next), first);
}

function once<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as V;
}
