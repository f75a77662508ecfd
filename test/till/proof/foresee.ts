import type { Model } from "../../../generator/contract/model/model.js";
import type { StepAction, Scenario, ScenarioStep } from "../../../generator/till/scenario/scenario.js";
import frame from "../../../generator/till/scenario/scenario.schema.json" with { type: "json" };
import type { Json, JsonObject } from "../../../generator/base/json.js";
import { formatRelease, type Release } from "../../../generator/base/time/release.js";
import { existsAt, addedIn } from "../../../generator/base/time/spans.js";
import type { ObjectView, View } from "../../../generator/contract/view/view.js";
import { objectsIn } from "../../../generator/contract/view/walk.js";

/** The expected outcome of a scenario in a shop of some release. It follows from the contract alone. */
export type Foreseen =
  { readonly outcome: "passed" } | ({ readonly outcome: "not played" | "failed" } & Missing);

interface Missing {
  readonly what: string;
  readonly since: string;
}

/** Finds the first step with an event, or a value in an answer, that the release lacks. */
export function foresee({ steps }: Scenario, release: Release, { events }: Model, view: View): Foreseen {
  for (const step of steps) {
    const event = events.find(({ name }) => name === findEvent(step.action));
    if (event && !existsAt(event.exists, release)) {
      const since = addedIn(event.exists);
      return { outcome: "not played", what: event.name, since: since ? formatRelease(since) : "" };
    }
    const parts = listParts(step);
    const [missing] = findMissing(
      view.events.map(({ response }) => response),
      parts,
    );
    // A till knows which answers its release lacks, but not what they may hold.
    if (missing) return { outcome: missing.what in parts ? "not played" : "failed", ...missing };
  }
  return { outcome: "passed" };
}

const findEvent = (action: StepAction): string | undefined =>
  action.kind === "event" ? action.event : undefined;

const listParts = ({ expect = {}, exactly }: ScenarioStep): JsonObject =>
  Object.fromEntries(
    [expect, exactly ?? {}]
      .flatMap((parts): [string, Json][] => Object.entries(parts))
      .filter(([name]) => !Object.hasOwn(frame.definitions.step.properties.expect.properties, name)),
  );

/** Finds a value that no possible object has. */
function findMissing(holders: readonly ObjectView[], part: Json): Missing[] {
  if (Array.isArray(part)) return part.flatMap((item: Json) => findMissing(holders, item));
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([name, value]: [string, Json]) => {
    if (value === null) return [];
    const there = holders.flatMap(({ properties }) => properties.filter((each) => each.name === name));
    if (there.length > 0)
      return findMissing(
        there.flatMap(({ type }) => objectsIn(type)),
        value,
      );
    return holders
      .flatMap(({ forbidden }) => forbidden.filter((each) => each.name === name))
      .flatMap(({ reason }) =>
        reason.kind === "added" ? [{ what: name, since: formatRelease(reason.release) }] : [],
      );
  });
}
