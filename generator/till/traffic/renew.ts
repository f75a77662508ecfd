import { getAt, parseJson } from "../../base/json.js";
import { getOrCreate } from "../../base/once.js";
import { editJson } from "../../contract/read/json-text.js";

/**
 * Creates a function that gives the requests of a recording new numbers and times, so that no receiver takes them for repeats. Those
 * that were repeats of each other still are. `now` is in milliseconds since 1970.
 */
export function createRenewal(now: number): (request: string) => string {
  const eventTimestamp = new Date(now).toISOString().replace("Z", "+00:00");
  // Above those of an earlier renewal.
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

/** By these, a receiver tells one request from another. */
const roundPaths = [
  ["event", "eventCounter"],
  ["event", "eventTimestamp"],
];
