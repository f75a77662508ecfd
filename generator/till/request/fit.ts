import type { ObjectTree, Tree } from "../../lattice/tree.js";
import type { ObjectModel } from "../../model/model.js";
import { joinPointer } from "../../spec/pointer.js";
import { existsAt, firstIn, type Spans } from "../../time/spans.js";
import { formatRelease, type Release } from "../../time/release.js";
import type { LeftOut } from "../api/till.js";
import { defined, getOwn, isArray, isObject, type Json, type JsonObject } from "../../json.js";

/** How a body is made to fit. */
export interface Fitting {
  readonly release: Release;
  /** Whether a part stays that the release does not know. Default: none does. */
  readonly keeps?: (name: string) => boolean;
  /** If given, what the release requires and the body lacks is filled in: as in the sample, or else as small as can be. */
  readonly filling?: { readonly sample: Json | undefined };
}

/** A body that fits, and what had to be left out for that. */
export interface Fitted {
  readonly value: JsonObject;
  readonly leftOut: readonly LeftOut[];
}

/** Makes a body fit a release, in the order in which the contract lists its parts: a till of it would send nothing else. */
export function fit(tree: ObjectTree, body: JsonObject, { release, keeps, filling }: Fitting): Fitted {
  const leftOut: LeftOut[] = [];
  const isKept = (name: string, { model, open }: ObjectTree, path: string): boolean => {
    if (open || keeps?.(name)) return true;
    leftOut.push({ path: joinPointer(path, name), message: explain(model, name, release) });
    return false;
  };
  const fitObject: FitAs<ObjectTree, JsonObject> = (object, value, sample, path) => {
    const known = [...object.properties].map(([name, { required, type }]) => {
      const [part, shown] = [getOwn(value, name), getOwn(sample, name)];
      if (part !== undefined) return [name, fitValue(type, part, shown, joinPointer(path, name))] as const;
      return [name, required && filling ? makeUp(type, shown) : undefined] as const;
    });
    const others = Object.entries(value).filter(
      ([name]) => !object.properties.has(name) && isKept(name, object, path),
    );
    return defined(Object.fromEntries([...known, ...others]));
  };
  const fitValue: FitAs<Tree, Json> = (type, value, sample, path) => {
    if (isObject(value) && type.object) return fitObject(type.object, value, sample, path);
    const items = type.array?.items;
    if (!isArray(value) || !items) return value;
    const [shown] = isArray(sample) ? sample : [];
    return value.map((item, index) => fitValue(items, item, shown, joinPointer(path, index)));
  };
  const makeUp = (type: Tree, sample: Json | undefined): Json => {
    if (!type.object) return makeUpPlain(type, sample);
    const made = fitObject(type.object, {}, sample, "");
    // An object of which nothing is required says nothing, unlike the sample.
    return Object.keys(made).length === 0 && isObject(sample) ? sample : made;
  };
  return { value: fitObject(tree, body, filling?.sample, ""), leftOut };
}

type FitAs<T, Value> = (type: T, value: Value, sample: Json | undefined, path: string) => Value;

function makeUpPlain({ string, array, boolean, number }: Tree, sample: Json | undefined): Json {
  // The first value is the common one, a sample may show a rare one.
  if (string?.values) return [...string.values.keys()][0] ?? "";
  if (sample !== undefined) return sample;
  if (array) return [];
  if (boolean) return false;
  return number ? Math.max(0, number.minimum) : "";
}

/** Why a till of a release does not send something. */
function explain({ title, properties }: ObjectModel, name: string, release: Release): string {
  const property = properties.find((each) => each.name === name);
  if (property?.aside) return `\`${name}\` is not documented for any till.`;
  if (!property || existsAt(property.exists, release)) return `No till sends \`${name}\` in ${title}.`;
  return explainAbsence(name, property.exists, release);
}

/** Why a release does not have something. */
export function explainAbsence(name: string, exists: Spans, release: Release): string {
  const since = firstIn(exists);
  const isLater = since !== undefined && since > release;
  const when = isLater ? `was added in v${formatRelease(since)}` : "is not there any more";
  return `\`${name}\` ${when}; this till runs v${formatRelease(release)}.`;
}
