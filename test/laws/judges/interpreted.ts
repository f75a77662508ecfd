import { createSnapshots } from "../../../generator/contract/lattice/snapshot.js";
import { createAjv } from "../../../generator/contract/read/ajv.js";
import type { Model } from "../../../generator/contract/model/model.js";
import type { Outcome } from "../../../generator/base/problem/problem.js";
import type { Release } from "../../../generator/base/time/release.js";
import { buildView } from "../../../generator/contract/view/build-view.js";
import { releaseFleet, parseFleet, type Fleet } from "../../../generator/base/time/fleet.js";
import { toJsonSchema, type Reading } from "../../workbench/json-schema.js";
import type { EventView, ObjectView, ResponseMode, View } from "../../../generator/contract/view/view.js";

export type Accepts = (body: unknown) => boolean;

/** The fleet of a range as a user writes it; either end may be left out. */
export const fleetFrom = (model: Model, minVersion?: string, maxVersion?: string): Fleet =>
  need(parseFleet({ minVersion, maxVersion }, model));

/** The fleet of a list, as `--versions` names it. */
export const listFrom = (model: Model, releases: readonly string[]): Fleet =>
  need(parseFleet({ versions: releases.join(",") }, model));

/** A view that must be possible. */
export const buildPossibleView = (model: Model, fleet: Fleet, mode: ResponseMode): View =>
  need(buildView(createSnapshots(model), fleet, { responses: mode }));

/** Nothing where no event can be answered safely. */
export function buildViewIfPossible(model: Model, fleet: Fleet, mode: ResponseMode): View | undefined {
  const view = buildView(createSnapshots(model), fleet, { responses: mode });
  return view.ok ? view.value : undefined;
}

/** The view of exactly one release. */
export const buildSnapshotView = (model: Model, release: Release, mode: ResponseMode = "safe"): View =>
  buildPossibleView(model, releaseFleet(release, model), mode);

/** The safe view of one event alone; undefined where no answer to it is safe. */
export function findSafeEvent(model: Model, fleet: Fleet, event: string): EventView | undefined {
  const view = buildView(
    createSnapshots({ ...model, events: model.events.filter(({ name }) => name === event) }),
    fleet,
  );
  return view.ok ? view.value.events[0] : undefined;
}

export const findEvent = (view: View, event: string): EventView | undefined =>
  view.events.find(({ name }) => name === event);

/** Each new one would compile the schema of schemas first. */
const ajv = createAjv();

/** What ajv says of documents against the standard schema of an object. */
export function interpret(root: ObjectView, reading: Reading): Accepts {
  const schema = toJsonSchema(root, reading);
  const validate = ajv.compile(schema);
  ajv.removeSchema(schema);
  return (body) => validate(body);
}

export function need<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ message }) => message).join("\n"));
}
