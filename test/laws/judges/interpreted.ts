import { createSnapshots } from "../../../generator/contract/lattice/snapshot.js";
import { createAjv } from "../../../generator/contract/read/ajv.js";
import type { Model } from "../../../generator/contract/model/model.js";
import type { Release } from "../../../generator/base/time/release.js";
import { buildView } from "../../../generator/contract/view/build-view.js";
import { releaseFleet, parseFleet, type Fleet } from "../../../generator/base/time/fleet.js";
import { toJsonSchema, type Reading } from "../../workbench/json-schema.js";
import type { EventView, ObjectView, ResponseMode, View } from "../../../generator/contract/view/view.js";
import { need } from "../../workbench/need.js";

export type Accepts = (body: unknown) => boolean;

/** The fleet of a range; both ends are optional. */
export const fleetFrom = (model: Model, minVersion?: string, maxVersion?: string): Fleet =>
  need(parseFleet({ minVersion, maxVersion }, model));

export const listFrom = (model: Model, releases: readonly string[]): Fleet =>
  need(parseFleet({ versions: releases.join(",") }, model));

export const buildPossibleView = (model: Model, fleet: Fleet, mode: ResponseMode): View =>
  need(buildView(createSnapshots(model), fleet, { responses: mode }));

/** Undefined if no event has a safe answer. */
export function buildViewIfPossible(model: Model, fleet: Fleet, mode: ResponseMode): View | undefined {
  const view = buildView(createSnapshots(model), fleet, { responses: mode });
  return view.ok ? view.value : undefined;
}

export const buildSnapshotView = (model: Model, release: Release, mode: ResponseMode = "safe"): View =>
  buildPossibleView(model, releaseFleet(release, model), mode);

/** Undefined if no answer to the event is safe. */
export function findSafeEvent(model: Model, fleet: Fleet, event: string): EventView | undefined {
  const view = buildView(
    createSnapshots({ ...model, events: model.events.filter(({ name }) => name === event) }),
    fleet,
  );
  return view.ok ? view.value.events[0] : undefined;
}

export const findEvent = (view: View, event: string): EventView | undefined =>
  view.events.find(({ name }) => name === event);

/** A shared instance, because each one compiles the meta-schema first. */
const ajv = createAjv();

export function interpret(root: ObjectView, reading: Reading): Accepts {
  const schema = toJsonSchema(root, reading);
  const validate = ajv.compile(schema);
  ajv.removeSchema(schema);
  return (body) => validate(body);
}
