import { getAt, parseJson } from "../../base/json.js";
import { getOrCreate } from "../../base/once.js";
import { editJson } from "../../contract/read/json-text.js";

/**
 * Gives recorded requests new numbers and times, so that no receiver treats them as repeats. Repeats within the
 * recording stay repeats. `now` is in milliseconds since 1970.
 */
export function createRenewal(now: number): (request: string) => string {
  const eventTimestamp = new Date(now).toISOString().replace("Z", "+00:00");
  // Start above the numbers of an earlier renewal.
  let counter = Math.floor(now / 1000);
  const counters = new Map<string, number>();
  return (request) => {
    const body = parseJson(request);
    const round = [...roundPaths, ["sender", "instanceId"]].map((path) => getAt(body, path) ?? null);
    const renewed = [getOrCreate(counters, JSON.stringify(round), () => counter++), eventTimestamp];
    return roundPaths.reduce(
      (text, path, i) => (getAt(body, path) === undefined ? text : editJson(text, path, renewed[i])),
      request,
    );
  };
}

/** Receivers tell requests apart by these properties. */
const roundPaths = [
  ["event", "eventCounter"],
  ["event", "eventTimestamp"],
];
