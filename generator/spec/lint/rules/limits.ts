import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import { suggest } from "../../../text/suggest.js";
import { listHeirs } from "../../heirs.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { objectPath } from "../../object-lists.js";
import { splitPointer } from "../../pointer.js";
import type { Visit, VisitedSpec } from "../visit-shapes.js";
import { listTypes } from "./keywords.js";

/** Where the keywords stand by which some events have an object in a way of their own. */
const limits = [
  { keyword: "x-only-for", role: "answers", kinds: "a property of a closed object in responses/" },
  { keyword: "x-optional-for", role: "carries", kinds: "a required property of an object in requests/" },
] as const;

/** Such a keyword stands on a property of an object, and names events that list the object. */
export const limitsHold = (spec: VisitedSpec): Problem[] =>
  spec.visits.flatMap((visit) => limits.flatMap((limit) => checkLimit(limit, visit, spec)));

function checkLimit(
  { keyword, role, kinds }: (typeof limits)[number],
  { shape, role: part, place, holder }: Visit,
  { events }: LinkedSpec,
): Problem[] {
  const named = listHeirs(shape, role);
  if (named.length === 0) return [];
  const object = /\/(\w+)\.json$/.exec(place.file)?.[1] ?? "";
  const [, property = "", ...deeper] = splitPointer(place.pointer);
  const isOutermost = place.file === objectPath(role, object) && deeper.length === 0;
  const isObject = holder && listTypes(holder).includes("object");
  const fits = role === "answers" ? holder?.["x-open"] !== true : holder?.required?.includes(property);
  if (part !== "property" || !isOutermost || !isObject || !fits)
    return [report("misplaced-keyword", { keyword, kinds }, place)];
  const known = [...events].filter(([, lists]) => Object.hasOwn(lists[role] ?? {}, object));
  const names = known.map(([name]) => name);
  return named
    .filter((event) => !names.includes(event))
    .map((event) =>
      report("limit-astray", { role, object, event, suggestion: suggest(event, names) }, place),
    );
}
