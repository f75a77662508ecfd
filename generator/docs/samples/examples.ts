import type { Snapshots } from "../../lattice/snapshot.js";
import { collectKnownValues } from "../../examples/known-values.js";
import { makeObject, makeRequest } from "../../examples/mock.js";
import type { ExampleModel, FlowStepModel } from "../../model/flow-model.js";
import type { Model } from "../../model/model.js";
import { groupBy } from "../../spec/values.js";
import { isInFleet } from "../../time/fleet.js";
import { baseline, type Release } from "../../time/release.js";
import { firstIn } from "../../time/spans.js";
import { createViewLookup } from "../../view/build-view.js";
import type { KindView, ObjectView, TypeView, View } from "../../view/view.js";
import { findObjects } from "../../view/walk.js";

/** Bodies that go over the wire one after another. */
export type Exchange = Pick<ExampleModel, "event" | "release"> &
  Readonly<Partial<Record<"request" | "response" | "errorRequest", unknown>>>;

/** An object that an example holds. */
export interface Instance {
  readonly value: JsonRecord;
  readonly example: ExampleModel;
}

type JsonRecord = Readonly<Record<string, unknown>>;

/** Sorts the examples of a contract for a fleet, and makes those that are missing. */
export function createExamples(contract: View, fleetView: View, snapshots: Snapshots) {
  const { model } = snapshots;
  const { fleet, events } = fleetView;
  const viewAt = createViewLookup(snapshots);
  const known = collectKnownValues(snapshots);
  const ofFleet = findObjects(fleetView);
  const isTaken = ({ event, response }: ExampleModel): boolean =>
    response === undefined || isKnown(response, events.find(({ name }) => name === event)?.response);
  const ranks = rankByFlows(model);
  const sorted = sortByPriority(model.examples, (example) => [
    ...[isTaken(example), example.release <= fleet.max, example.request !== undefined].map(Number),
    ranks.get(example.path) ?? 0,
    ...[isInFleet(example.release, fleet), example.response !== undefined].map(Number),
    example.release <= fleet.max ? example.release : 0 - example.release,
    JSON.stringify(example.response ?? null).length,
  ]);
  const instances = groupBy(
    sorted.flatMap((example) => listInstances(example, contract)),
    ({ name }) => name,
  );
  const ofEvent = (event: string) => sorted.filter((example) => example.event === event);
  return {
    /** Those of an event, the best for the fleet first. */
    ofEvent,
    /** Whether every shop of the fleet takes the answer of an example. */
    isTaken,
    /** An event as the oldest release of the fleet that has it could send it, if no shop could send an example of it. */
    createEvent: (name: string): Exchange | undefined => {
      if (ofEvent(name).some(({ release, request }) => release <= fleet.max && request !== undefined)) return;
      const own = events.find((event) => event.name === name);
      const release = firstIn(own?.exists) ?? fleet.min;
      const event = own && viewAt(release)?.events.find((other) => other.name === name);
      if (!event) return undefined;
      return {
        event: name,
        release,
        request: makeRequest(event, known),
        response: makeObject(event.response, known),
      };
    },
    /** The example that shows an object best. */
    ofObject: (name: string): Instance | undefined =>
      sortByPriority(instances.get(name) ?? [], ({ value }) => [
        Number(isKnown(value, ofFleet.get(name))),
        Object.keys(value).length,
      ])[0],
    /** An object of the newest release of the fleet that has it, with all its properties. */
    createObject: (name: string): { readonly release: Release; readonly value: unknown } | undefined => {
      const { changes } = model;
      const ofTheFleet = [baseline, ...changes].filter((release) => release <= fleet.max);
      for (const release of [...ofTheFleet.reverse(), ...[...changes].reverse()]) {
        const view = viewAt(release);
        const object = view && findObjects(view).get(name);
        if (object) return { release, value: makeObject(object, known, () => true) };
      }
      return undefined;
    },
  };
}

/**
 * Numbers the examples that flows show, those of tasks first: they show what an event is for. One that only goes on with
 * what another began, such as the answer to a question or a report, comes behind all others.
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

/** Sorts by the first number that differs, the highest first; equals stay in their order. */
function sortByPriority<T>(things: readonly T[], toPriority: (thing: T) => readonly number[]): T[] {
  const sortable = things.map((thing) => ({ thing, priority: toPriority(thing) }));
  const compare = (a: readonly number[], b: readonly number[]): number =>
    a.map((number, i) => number - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return sortable.sort((a, b) => compare(b.priority, a.priority)).map(({ thing }) => thing);
}

/** Every object in the bodies of an example, with the name of its type. */
function listInstances(example: ExampleModel, { events, errorRequest }: View) {
  const event = events.find(({ name }) => name === example.event);
  const bodies = [
    [example.request, event?.request],
    [example.response, event?.response],
    [example.errorRequest, errorRequest],
  ] as const;
  return bodies.flatMap(([body, object]) =>
    listObjects(body, object).map((found) => ({ ...found, example })),
  );
}

function listObjects(value: unknown, object?: ObjectView): { name: string; value: JsonRecord }[] {
  if (!object || !isRecord(value)) return [];
  const inside = object.properties.flatMap(({ name, type }) =>
    Object.hasOwn(value, name) ? listInType(value[name], type) : [],
  );
  return [{ name: object.name, value }, ...inside];
}

function listInType(value: unknown, type: TypeView): ReturnType<typeof listObjects> {
  if (type === "unknown") return [];
  return type.flatMap((kind) => {
    if (kind.kind === "object") return listObjects(value, kind.object);
    if (kind.kind !== "array" || !Array.isArray(value)) return [];
    return value.flatMap((item: unknown) => listInType(item, kind.items));
  });
}

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Whether a value has only properties and values that the fleet's view of its object has; of no object, nothing is known.
 * Lint has checked the examples against the whole contract of their release: this says which the fleet can use.
 */
function isKnown(value: unknown, object: ObjectView | undefined): boolean {
  if (!object || !isRecord(value)) return false;
  return Object.entries(value).every(([name, part]) => {
    const property = object.properties.find(
      (known) => known.name === name || known.legacyNames.includes(name),
    );
    return property ? isOfType(part, property.type) : object.open;
  });
}

const isOfType = (value: unknown, type: TypeView): boolean =>
  type === "unknown" || type.some((kind) => isOfKind(value, kind));

function isOfKind(value: unknown, kind: KindView): boolean {
  switch (kind.kind) {
    case "null":
      return value === null;
    case "text":
      return typeof value === "string";
    case "enum":
      return (
        typeof value === "string" &&
        (kind.enum.open || kind.enum.values.some((known) => known.value === value))
      );
    case "array":
      return Array.isArray(value) && value.every((item) => isOfType(item, kind.items));
    case "object":
      return isKnown(value, kind.object);
    case "boolean":
    case "number":
      return typeof value === kind.kind;
  }
}
