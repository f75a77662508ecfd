import { type Annotations, type Provenance, type Shape, optionalRelease, toList } from "../spec/dialect.js";
import { spanBetween, type Spans } from "../time/spans.js";
import type { Aside, Prose, Undocumented } from "./model.js";
import type { CheckedSpec } from "../spec/checked-spec.js";

/** When annotations say that something exists. */
export const readSpans = (part: Annotations): Spans =>
  spanBetween(optionalRelease(part["x-added-in"]), optionalRelease(part["x-removed-in"]));

/** The prose in annotations. */
export function readProse(part: Annotations): Prose {
  const since = optionalRelease(part["x-deprecated-in"]);
  const replacedBy = part["x-replaced-by"];
  return {
    description: part.description ?? "",
    notes: part["x-notes"] ?? [],
    errata: toList(part["x-erratum"]),
    deprecated: (since ?? replacedBy) === undefined ? undefined : { since, replacedBy },
    setting: part["x-setting"],
    provenance: part["x-provenance"],
  };
}

/** Why annotations keep something out of every view. */
export function readAside(part: Annotations): Aside | undefined {
  const where = part["x-seen"];
  if (where !== undefined) return { kind: "seen", where };
  return part["x-planned"] === true ? { kind: "planned" } : undefined;
}

/** From the least to the most. */
const degrees: readonly Undocumented[] = ["nothing", "required", "shape"];

/** The one of two that leaves more undocumented. */
export const maxUndocumented = (a: Undocumented, b: Undocumented): Undocumented =>
  degrees.indexOf(a) > degrees.indexOf(b) ? a : b;

/**
 * What of a property no vendor page says. What its own provenance leaves open, what it holds may say; where neither says
 * anything, it is known as well as its holder is.
 */
export const findUndocumented = (
  shape: Shape,
  holder: Provenance | undefined,
  spec: CheckedSpec,
): Undocumented => findStated(shape, spec) ?? (holder && toDegree(holder) === "shape" ? "shape" : "nothing");

/** Undefined where nothing says anything. */
function findStated(shape: Shape, spec: CheckedSpec): Undocumented | undefined {
  const own = shape["x-provenance"] && toDegree(shape["x-provenance"]);
  if (own === "nothing") return own;
  const parts = [...findTarget(shape, spec), ...(shape.items ? [shape.items] : []), ...(shape.anyOf ?? [])];
  const stated = [own, ...parts.map((part) => findStated(part, spec))].filter((each) => each !== undefined);
  return stated.length > 0 ? stated.reduce(maxUndocumented) : undefined;
}

/** The file that a shape refers to. An enum with a title speaks of its values, and not of what holds it. */
function findTarget({ $ref = "" }: Shape, { shapes }: CheckedSpec): readonly Shape[] {
  const target = shapes.get($ref);
  return target && (target.title === undefined || target.enum === undefined) ? [target] : [];
}

/** Undefined for a release that is not documented: it says nothing of what is sent. */
function toDegree({ kind, of = ["existence"] }: Provenance): Undocumented | undefined {
  if (kind === "documented") return "nothing";
  if (of.includes("existence") || of.includes("shape")) return "shape";
  return of.includes("required") ? "required" : undefined;
}
