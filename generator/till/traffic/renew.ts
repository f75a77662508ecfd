import { createHash } from "node:crypto";
import { getAt, parseJson } from "../../base/json.js";
import { getOrCreate } from "../../base/once.js";
import type { Model } from "../../contract/model/model.js";
import { editJson } from "../../contract/read/json-tree.js";
import { toUuid } from "../engine/till-set-up.js";

/**
 * Gives recorded requests new numbers and times, and payments new ids, so that no receiver treats them as repeats.
 * Repeats within the recording stay repeats. `now` is in milliseconds since 1970.
 */
export function createRenewal({ events }: Model, now: number): (event: string, request: string) => string {
  const eventTimestamp = new Date(now).toISOString().replace("Z", "+00:00");
  // Start above the numbers of an earlier renewal.
  let counter = Math.floor(now / 1000);
  const counters = new Map<string, number>();
  return (name, request) => {
    const body = parseJson(request);
    const round = [...roundPaths, ["sender", "instanceId"]].map((path) => getAt(body, path) ?? null);
    const renewed = [getOrCreate(counters, JSON.stringify(round), () => counter++), eventTimestamp];
    const echoes = events.find((event) => event.name === name)?.echoes ?? [];
    const idPaths = echoes.map(({ object, property }) => [object, property]);
    const ids = idPaths.map((path) => makeId(`${now} ${JSON.stringify(getAt(body, path))}`));
    const values = [...renewed, ...ids];
    return [...roundPaths, ...idPaths].reduce(
      (text, path, i) => (getAt(body, path) === undefined ? text : editJson(text, path, values[i])),
      request,
    );
  };
}

const makeId = (seed: string): string => toUuid(createHash("sha256").update(seed).digest("hex"));

/** Receivers tell requests apart by these properties. */
const roundPaths = [
  ["event", "eventCounter"],
  ["event", "eventTimestamp"],
];
