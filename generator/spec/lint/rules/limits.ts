import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import { suggest } from "../../../text/suggest.js";
import type { Shape } from "../../dialect.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { listHeirs } from "../../heirs.js";
import { objectPath } from "../../object-lists.js";
import { splitPointer } from "../../pointer.js";
import type { Visit, VisitedSpec } from "../visit-shapes.js";
import { listTypes } from "./keywords.js";

/** What says that some events have an object otherwise, and on which properties it stands. */
interface Limit {
  readonly keyword: string;
  readonly role: "answers" | "carries";
  readonly kinds: string;
  /** Whether it may stand on this property of the holder. */
  readonly fits: (holder: Shape, property: string) => boolean;
}

const limits: readonly Limit[] = [
  {
    ...{ keyword: "x-only-for", role: "answers", kinds: "a property of a closed object in responses/" },
    fits: (holder) => holder["x-open"] !== true,
  },
  {
    ...{ keyword: "x-optional-for", role: "carries", kinds: "a required property of an object in requests/" },
    fits: ({ required = [] }, property) => required.includes(property),
  },
];

/** What says that some events have an object otherwise names events that list the object. */
export const limitsHold = (spec: VisitedSpec): Problem[] =>
  spec.visits.flatMap((visit) => limits.flatMap((limit) => checkLimit(limit, visit, spec)));

function checkLimit(
  { keyword, role, kinds, fits }: Limit,
  { shape, role: part, place, holder }: Visit,
  { events }: LinkedSpec,
): Problem[] {
  const stated = listHeirs(shape, role);
  if (stated.length === 0) return [];
  const object = /\/(\w+)\.json$/.exec(place.file)?.[1] ?? "";
  const [, property = "", ...deeper] = splitPointer(place.pointer);
  const isOutermost = place.file === objectPath(role, object) && deeper.length === 0;
  const isObject = holder !== undefined && listTypes(holder).includes("object");
  if (part !== "property" || !isOutermost || !isObject || !fits(holder, property))
    return [report("misplaced-keyword", { keyword, kinds }, place)];
  const having = [...events].filter(([, lists]) => Object.hasOwn(lists[role] ?? {}, object));
  const known = having.map(([event]) => event);
  return stated
    .filter((event) => !known.includes(event))
    .map((event) =>
      report("limit-astray", { keyword, role, object, event, suggestion: suggest(event, known) }, place),
    );
}
