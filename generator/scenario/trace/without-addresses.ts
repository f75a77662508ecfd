import type { Model } from "../../model/model.js";
import { splitPointer } from "../../spec/pointer.js";
import { getAt, isObject, type Json, type JsonObject } from "../../json.js";
import type { TraceEntry } from "./read-trace.js";

/**
 * An entry without the addresses that its till gave for calling it back: a till has one of its own each time, and that of a
 * shop is nobody's to call. The same entry if it has none.
 */
export function withoutAddresses(entry: TraceEntry, { flows }: Model): TraceEntry {
  const calls = flows.flatMap(({ steps }) => steps.flatMap(({ call }) => call ?? []));
  const paths = calls.map(({ address }) => splitPointer(address));
  const given = paths.filter((path) => getAt(entry.request, path) !== undefined);
  return given.length === 0 ? entry : { ...entry, request: given.reduce(without, entry.request) };
}

function without(value: JsonObject, [name = "", ...path]: readonly string[]): JsonObject {
  const { [name]: part, ...others } = value as Readonly<Record<string, Json>>;
  return path.length > 0 && isObject(part) ? { ...others, [name]: without(part, path) } : others;
}
