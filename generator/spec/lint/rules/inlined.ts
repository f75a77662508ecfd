import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import type { Shape } from "../../dialect.js";
import type { Visit, VisitedSpec } from "../visit.js";
import { listTypes } from "./keywords.js";

/**
 * `x-inlined` stands on a property of a request that holds one object, once in its holder, and every name in the two
 * objects leads to one property.
 */
export const inlinedPropertiesAreClear = (spec: VisitedSpec): Problem[] =>
  spec.visits.flatMap((visit) => (visit.shape["x-inlined"] === undefined ? [] : checkInlined(visit, spec)));

function checkInlined({ shape, role, place, holder }: Visit, spec: VisitedSpec): Problem[] {
  const isInRequest = role === "property" && place.file.startsWith("requests/");
  const inner = isInRequest ? findObject(shape, spec) : undefined;
  if (!inner || !holder) {
    const kinds = "a property of an object in requests/ that holds an object, and always did";
    return [report("misplaced-keyword", { keyword: "x-inlined", kinds }, place)];
  }
  return describeClashes(shape, inner, holder).map((detail) =>
    report("contradicting-keywords", { detail }, place),
  );
}

/** The object that a property holds, if it holds nothing else but null. */
function findObject(shape: Shape, spec: VisitedSpec): Shape | undefined {
  if (shape["x-was"]) return undefined;
  const parts = (shape.anyOf ?? [shape]).map((part) =>
    part.$ref === undefined ? part : spec.shapes.get(part.$ref),
  );
  const isOther = (part: Shape | undefined): boolean =>
    part === undefined || listTypes(part).some((type) => type !== "object" && type !== "null");
  return parts.some(isOther) ? undefined : parts.find((part) => part && listTypes(part).includes("object"));
}

function describeClashes(shape: Shape, { properties = {} }: Shape, holder: Shape): string[] {
  const outer = Object.entries(holder.properties ?? {});
  const isSecond = outer.some(([, part]) => part !== shape && part["x-inlined"] === true);
  const names = listSpellings(Object.entries(properties));
  const clash = listSpellings(outer).find((name) => names.includes(name));
  return [
    ...(isSecond ? ["only one property of an object is x-inlined"] : []),
    ...(holder["x-open"] === true ? ["an x-open object may hold anything under the names of another"] : []),
    ...(clash === undefined ? [] : [`both objects have a property ${JSON.stringify(clash)}`]),
  ];
}

const listSpellings = (properties: readonly (readonly [string, Shape])[]): readonly string[] =>
  properties.flatMap(([name, part]) => [name, ...(part["x-legacy-names"] ?? [])]);
