import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import { suggest } from "../../../text/suggest.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { splitPointer } from "../../pointer.js";
import type { Visit, VisitedSpec } from "../visit-shapes.js";
import { listTypes } from "./keywords.js";

/** `x-only-for` stands on properties of answers, and names events that list the answer. */
export const limitsHold = (spec: VisitedSpec): Problem[] =>
  spec.visits.flatMap((visit) => checkLimit(visit, spec));

function checkLimit({ shape, role, place, holder }: Visit, { events }: LinkedSpec): Problem[] {
  const limits = shape["x-only-for"];
  if (limits === undefined) return [];
  const answer = /^responses\/(\w+)\.json$/.exec(place.file)?.[1];
  const isOutermost = splitPointer(place.pointer).length === 2;
  const isClosed = holder && listTypes(holder).includes("object") && holder["x-open"] !== true;
  if (role !== "property" || answer === undefined || !isOutermost || !isClosed) {
    const kinds = "a property of a closed object in responses/";
    return [report("misplaced-keyword", { keyword: "x-only-for", kinds }, place)];
  }
  const takers = [...events]
    .filter(([, { answers = {} }]) => Object.hasOwn(answers, answer))
    .map(([name]) => name);
  return limits
    .filter((event) => !takers.includes(event))
    .map((event) => report("limit-astray", { answer, event, suggestion: suggest(event, takers) }, place));
}
