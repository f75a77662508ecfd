import type { Snapshots } from "../contract/lattice/snapshot.js";
import { createObjectChecks } from "../contract/examples/check-examples.js";
import { collectKnownValues, listExampleValues } from "../contract/examples/known-values.js";
import { makeObject, makeExampleRequest } from "../contract/examples/mock.js";
import { isObject, type JsonObject } from "../base/json.js";
import type { ExampleModel, FlowStepModel } from "../contract/model/flow-model.js";
import type { Direction, Model } from "../contract/model/model.js";
import { getOrCreate } from "../base/once.js";
import { success } from "../base/problem/problem.js";
import { groupBy } from "../contract/read/values.js";
import { type Coverage, type Fleet, isInFleet } from "../base/time/fleet.js";
import { baseline, type Release } from "../base/time/release.js";
import { addedIn } from "../base/time/spans.js";
import { buildView, createViewLookup } from "../contract/view/build-view.js";
import type { View } from "../contract/view/view.js";
import { findObjects } from "../contract/view/walk.js";

export type ExampleBodies = Pick<ExampleModel, "event" | "release"> &
  Readonly<Partial<Record<"request" | "response" | "errorRequest", unknown>>>;

export interface ObjectExample {
  readonly name: string;
  readonly value: JsonObject;
  readonly example: ExampleModel;
}

/** Sorts the examples for a fleet, and makes missing ones. */
export function createExamples(contract: View, fleetView: View, snapshots: Snapshots) {
  const { model } = snapshots;
  const { fleet, events } = fleetView;
  const viewAt = createViewLookup(snapshots);
  const known = collectKnownValues(snapshots);
  const { getAnswerCoverage, getObjectCoverage } = createCoverage(contract, fleetView, viewAt, snapshots);
  const ranks = rankByFlows(model);
  const sorted = sortByPriority(model.examples, (example) => [
    rankCoverage(getAnswerCoverage(example)),
    ...[example.release <= fleet.max, example.request !== undefined].map(Number),
    ranks.get(example.path) ?? 0,
    ...[isInFleet(example.release, fleet), example.response !== undefined].map(Number),
    example.release <= fleet.max ? example.release : 0 - example.release,
    JSON.stringify(example.response ?? null).length,
  ]);
  const instances = groupBy(
    sorted.flatMap((example) => listInstances(example, snapshots)),
    ({ name }) => name,
  );
  const ofEvent = (event: string) => sorted.filter((example) => example.event === event);
  const ofObject = (name: string): ObjectExample | undefined =>
    sortByPriority(instances.get(name) ?? [], ({ value, example }) => [
      rankCoverage(getObjectCoverage(name, value, example.release)),
      Object.keys(value).length,
    ])[0];
  const fits = (example: ExampleModel): boolean =>
    example.request !== undefined && example.release <= fleet.max && getAnswerCoverage(example) !== "no shop";
  return {
    ofEvent,
    getAnswerCoverage,
    getObjectCoverage,
    /** Uses the oldest release in the fleet that has the event. Undefined if an example fits a shop. */
    createEvent: (name: string): ExampleBodies | undefined => {
      if (ofEvent(name).some(fits)) return undefined;
      const own = events.find((event) => event.name === name);
      const release = addedIn(own?.exists) ?? fleet.min;
      const event = own && viewAt(release)?.events.find((other) => other.name === name);
      if (!event) return undefined;
      return {
        event: name,
        release,
        request: makeExampleRequest(event, known),
        response: makeObject(event.response, known),
      };
    },
    ofObject,
    /**
     * Includes all properties, for the newest release that has the object. Undefined if an example fits a shop as
     * well.
     */
    createObject: (name: string): { readonly release: Release; readonly value: unknown } | undefined => {
      const best = ofObject(name);
      if (best && getObjectCoverage(name, best.value, best.example.release) !== "no shop") return undefined;
      for (const release of listReleasesNewestFirst(fleet, model)) {
        const view = viewAt(release);
        const object = view && findObjects(view).get(name);
        if (!object) continue;
        const value = makeObject(object, known, () => true);
        return best && getObjectCoverage(name, value, release) === "no shop" ? undefined : { release, value };
      }
      return undefined;
    },
  };
}

/** The releases up to the newest of the fleet, newest first, then the later ones. */
function listReleasesNewestFirst({ max }: Fleet, { changes }: Model): Release[] {
  const ofTheFleet = [baseline, ...changes].filter((release) => release <= max);
  return [...ofTheFleet.reverse(), ...[...changes].reverse()];
}

type ViewAt = ReturnType<typeof createViewLookup>;

/** An example was valid for its own release. The functions find how many shops accept it. */
function createCoverage(contract: View, fleetView: View, viewAt: ViewAt, snapshots: Snapshots) {
  const { fleet, responseMode } = fleetView;
  const safe = responseMode === "safe" ? success(fleetView) : buildView(snapshots, fleet);
  const checks = new Map<View, ReturnType<typeof createObjectChecks>>();
  const fits = (view: View | undefined, side: Direction, name: string, value: unknown): boolean =>
    view !== undefined &&
    getOrCreate(checks, view, () => createObjectChecks(view))(side, name)?.(value) === true;
  const judge = (name: string, value: unknown, ownRelease: Release): Coverage => {
    if (fits(safe.ok ? safe.value : undefined, "response", name, value)) return "every shop";
    const isTaken =
      isInFleet(ownRelease, fleet) ||
      fleet.releases.some((release) => fits(viewAt(release), "response", name, value));
    return isTaken ? "some shops" : "no shop";
  };
  return {
    /** Without an answer, the coverage is every shop. */
    getAnswerCoverage: ({ event, response, release }: ExampleBodies): Coverage => {
      const own = contract.events.find(({ name }) => name === event);
      return response === undefined ? "every shop" : judge(own?.response.name ?? event, response, release);
    },
    /** Every shop if shops send the object so, otherwise the shops that accept it. */
    getObjectCoverage: (name: string, value: unknown, release: Release): Coverage =>
      fits(fleetView, "request", name, value) ? "every shop" : judge(name, value, release),
  };
}

const rankCoverage = (coverage: Coverage): number =>
  ["no shop", "some shops", "every shop"].indexOf(coverage);

/**
 * Examples of tasks come first, because they show what an event is for. Examples that continue a flow, such as the
 * answer to a question or a report, come last.
 */
function rankByFlows({ tasks, flows }: Model): ReadonlyMap<string, number> {
  const steps = [...tasks.map(({ flow }) => flow), ...flows].flatMap((flow) => flow.steps);
  const begins = (step: FlowStepModel): boolean => step.with === undefined && !step.isReport;
  const listPaths = (some: readonly FlowStepModel[]) =>
    some.flatMap(({ next }) => next.flatMap(({ example }) => example?.path ?? []));
  const last = listPaths(steps.filter((step) => !begins(step)));
  const first = listPaths(steps.filter(begins)).reverse();
  return new Map([
    ...last.map((path) => [path, -1] as const),
    ...first.map((path, index) => [path, index + 1] as const),
  ]);
}

/** Compares the first number that differs, highest first. The sort is stable. */
function sortByPriority<T>(things: readonly T[], toPriority: (thing: T) => readonly number[]): T[] {
  const sortable = things.map((thing) => ({ thing, priority: toPriority(thing) }));
  const compare = (a: readonly number[], b: readonly number[]): number =>
    a.map((number, i) => number - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return sortable.sort((a, b) => compare(b.priority, a.priority)).map(({ thing }) => thing);
}

const listInstances = (example: ExampleModel, snapshots: Snapshots): readonly ObjectExample[] =>
  listExampleValues(example, snapshots).flatMap(([name, value]) =>
    isObject(value) ? [{ name, value, example }] : [],
  );
