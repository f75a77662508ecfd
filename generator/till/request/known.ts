import type { ObjectTree, Tree } from "../../lattice/tree.js";
import type { ObjectModel } from "../../model/model.js";
import { joinPointer } from "../../spec/pointer.js";
import { existsAt, firstIn, type Spans } from "../../time/spans.js";
import { formatRelease, type Release } from "../../time/release.js";
import type { LeftOut } from "../api/till.js";
import { defined, getOwn, isArray, isObject, type Json, type JsonObject } from "../../json.js";

/** What of a body a release knows, and what it does not. */
export interface Known {
  readonly value: JsonObject;
  readonly leftOut: readonly LeftOut[];
}

/** Leaves out of a request what the release does not know, but for some names: a till of it would not send that. */
export function keepKnown(
  tree: ObjectTree,
  body: JsonObject,
  release: Release,
  kept: readonly string[],
): Known {
  const leftOut: LeftOut[] = [];
  const visitObject = (object: ObjectTree, value: JsonObject, path: string): JsonObject => {
    const entries = inOrder(object, value).flatMap(([name, part]): [string, Json][] => {
      const property = object.properties.get(name);
      const at = joinPointer(path, name);
      if (property) return [[name, visit(property.type, part, at)]];
      if (object.open || kept.includes(name)) return [[name, part]];
      leftOut.push({ path: at, message: explain(object.model, name, release) });
      return [];
    });
    return Object.fromEntries(entries);
  };
  const visit = (type: Tree, value: Json, path: string): Json => {
    if (isArray(value)) {
      const items = type.array?.items;
      return items ? value.map((item, index) => visit(items, item, joinPointer(path, index))) : value;
    }
    return isObject(value) && type.object ? visitObject(type.object, value, path) : value;
  };
  const value = visitObject(tree, body, "");
  return { value, leftOut };
}

/** A body's parts in the order in which the contract lists them. */
function inOrder({ properties }: ObjectTree, body: JsonObject): [string, Json][] {
  const order = [...properties.keys()];
  const rank = (name: string): number => (properties.has(name) ? order.indexOf(name) : order.length);
  return Object.entries(body).sort(([a], [b]) => rank(a) - rank(b));
}

function explain({ title, properties }: ObjectModel, name: string, release: Release): string {
  const property = properties.find((each) => each.name === name);
  if (property?.aside) return `\`${name}\` is not documented for any till.`;
  if (!property || existsAt(property.exists, release)) return `No till sends \`${name}\` in ${title}.`;
  return explainAbsence(name, property.exists, release);
}

/** Why a release does not have something. */
export function explainAbsence(name: string, exists: Spans, release: Release): string {
  const since = firstIn(exists);
  const runs = `this till runs v${formatRelease(release)}`;
  return since !== undefined && since > release
    ? `\`${name}\` was added in v${formatRelease(since)}; ${runs}.`
    : `\`${name}\` is not there any more; ${runs}.`;
}

/** Fills in what the release requires and the body lacks: as in a sample, or else as small as can be. */
export function complete(tree: ObjectTree, body: JsonObject, sample: Json | undefined): JsonObject {
  const parts = [...tree.properties].map(([name, { required, type }]) => {
    const [value, shown] = [getOwn(body, name), getOwn(sample, name)];
    if (value === undefined) return [name, required ? makeUp(type, shown) : undefined] as const;
    return [name, completeValue(type, value, shown)] as const;
  });
  return { ...body, ...defined(Object.fromEntries(parts)) };
}

function completeValue(type: Tree, value: Json, sample: Json | undefined): Json {
  if (isObject(value) && type.object) return complete(type.object, value, sample);
  const items = type.array?.items;
  if (!isArray(value) || !items) return value;
  const [shown] = isArray(sample) ? sample : [];
  return value.map((item) => completeValue(items, item, shown));
}

function makeUp(type: Tree, sample: Json | undefined): Json {
  if (type.object) {
    const made = complete(type.object, {}, sample);
    // An object of which nothing is required says nothing, unlike the sample.
    return Object.keys(made).length === 0 && isObject(sample) ? sample : made;
  }
  // The first value is the common one, a sample may show a rare one.
  if (type.string?.values) return [...type.string.values.keys()][0] ?? "";
  if (sample !== undefined) return sample;
  if (type.array) return [];
  if (type.boolean) return false;
  if (type.number) return Math.max(0, type.number.minimum);
  return "";
}
