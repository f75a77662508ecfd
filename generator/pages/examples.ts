import type { Snapshots } from "../contract/lattice/snapshot.js";
import { createObjectChecks } from "../contract/examples/check-examples.js";
import { listExampleValues } from "../contract/examples/known-values.js";
import { isObject, type JsonObject } from "../base/json.js";
import type { ExampleModel, FlowStepModel } from "../contract/model/flow-model.js";
import type { Direction, Model } from "../contract/model/model.js";
import { getOrCreate } from "../base/once.js";
import { success } from "../base/problem/problem.js";
import { groupBy } from "../contract/read/values.js";
import { type Coverage, isInFleet } from "../base/time/fleet.js";
import type { Release } from "../base/time/release.js";
import { buildView, createViewLookup } from "../contract/view/build-view.js";
import type { View } from "../contract/view/view.js";

export type ExampleBodies = Pick<ExampleModel, "event" | "release"> &
  Readonly<Partial<Record<"request" | "response" | "errorRequest", unknown>>>;

export interface ObjectExample {
  readonly name: string;
  readonly value: JsonObject;
  readonly example: ExampleModel;
}

/** Sorts the examples for a fleet. */
export function createExamples(contract: View, fleetView: View, snapshots: Snapshots) {
  const { model } = snapshots;
  const { fleet } = fleetView;
  const { getAnswerCoverage, getObjectCoverage } = createCoverage(contract, fleetView, snapshots);
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
    sorted.flatMap((example) =>
      listExampleValues(example, snapshots).flatMap(([name, value]): ObjectExample[] =>
        isObject(value) ? [{ name, value, example }] : [],
      ),
    ),
    ({ name }) => name,
  );
  const ofEvent = (event: string) => sorted.filter((example) => example.event === event);
  const ofObject = (name: string): ObjectExample | undefined =>
    sortByPriority(instances.get(name) ?? [], ({ value, example }) => [
      rankCoverage(getObjectCoverage(name, value, example.release)),
      Object.keys(value).length,
    ])[0];
  return { ofEvent, ofObject, getAnswerCoverage, getObjectCoverage };
}

/** An example was valid for its own release. The functions find how many shops accept it. */
function createCoverage(contract: View, fleetView: View, snapshots: Snapshots) {
  const viewAt = createViewLookup(snapshots);
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
