import type { EventModel, Model } from "../../model/model.js";
import type { Release } from "../../schema/release.js";
import type { Fleet } from "../fleet.js";
import { createJoin } from "../join.js";
import { createMeet } from "../meet.js";
import { livesAt, takeSnapshot, type Snapshot } from "../snapshot.js";
import type { ObjectTree } from "../tree.js";

/** One side of a comparison: the contract as a fleet sees it; a fleet of one release is its snapshot. */
export interface Side {
  readonly fleet: Fleet;
  readonly events: ReadonlyMap<string, EventSide>;
  readonly errorRequest: ObjectTree | undefined;
  /** The title of the enum of the error codes. */
  readonly errorCodes: string | undefined;
  /** Every answer that some event takes, and the events that do. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
}

export interface EventSide {
  readonly model: EventModel;
  /** Whether every shop of the fleet knows it. */
  readonly everywhere: boolean;
  readonly request: ObjectTree;
  /** Undefined where no answer works in every shop. */
  readonly response: ObjectTree | undefined;
}

/** Makes sides of one spec; what several of them need is worked out once. */
export function createSides(model: Model): (fleet: Fleet) => Side {
  const studio = { model, snapshots: new Map<Release, Snapshot>(), join: createJoin(), meet: createMeet() };
  return (fleet) => sideOf(fleet, studio);
}

interface Studio {
  readonly model: Model;
  readonly snapshots: Map<Release, Snapshot>;
  readonly join: ReturnType<typeof createJoin>;
  readonly meet: ReturnType<typeof createMeet>;
}

function sideOf(fleet: Fleet, studio: Studio): Side {
  const { model } = studio;
  const steps = fleet.steps.map((release) => snapshotAt(release, studio));
  const events = model.events.flatMap((event) => {
    const own = steps.filter(({ release }) => livesAt(event.life, release));
    return own.length === 0 ? [] : [eventSide(event, own, own.length === steps.length, studio)];
  });
  return {
    fleet,
    events: new Map(events.map((event) => [event.model.name, event])),
    errorRequest: fold(
      steps.map((step) => step.object(model.errorRequest)),
      studio.join,
    ),
    errorCodes: model.errorCodes?.title,
    answers: answersOf(events),
  };
}

function snapshotAt(release: Release, { snapshots }: Studio): Snapshot {
  const snapshot = snapshots.get(release) ?? takeSnapshot(release);
  snapshots.set(release, snapshot);
  return snapshot;
}

function eventSide(
  model: EventModel,
  steps: readonly Snapshot[],
  everywhere: boolean,
  { join, meet }: Studio,
): EventSide {
  const requests = steps.map((step) => step.object(model.request));
  const responses = steps.map((step) => step.object(model.response));
  const [first] = requests;
  if (!first) throw new Error(`${model.name} has no step.`);
  return { model, everywhere, request: fold(requests, join) ?? first, response: fold(responses, meet) };
}

/** The trees of several steps as one; undefined where they cannot be combined. */
function fold(
  [first, ...rest]: readonly ObjectTree[],
  combine: (a: ObjectTree, b: ObjectTree) => ObjectTree | undefined,
): ObjectTree | undefined {
  return rest.reduce<ObjectTree | undefined>((sofar, next) => sofar && combine(sofar, next), first);
}

function answersOf(events: readonly EventSide[]): Side["answers"] {
  const answers = new Map<string, string[]>();
  for (const { model, response } of events) {
    for (const name of response?.properties.keys() ?? []) {
      answers.set(name, [...(answers.get(name) ?? []), model.name]);
    }
  }
  return answers;
}

/** The events that two sides have in common. */
export const commonEvents = (old: Side, now: Side): readonly string[] =>
  [...now.events.keys()].filter((name) => old.events.has(name));
