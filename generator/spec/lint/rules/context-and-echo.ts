import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { objectPath } from "../../object-lists.js";
import { splitPointer } from "../../pointer.js";
import { reportUnknown } from "../report-unknown.js";
import type { Visit, VisitedSpec } from "../visit-shapes.js";

/** `x-context` stands on objects of requests, and `x-echo` on properties of answers that their requests have too. */
export const contextAndEchoFit = (spec: VisitedSpec): Problem[] =>
  spec.visits.flatMap((visit) => [...context(visit), ...echo(visit, spec)]);

function context({ shape, role, place }: Visit): Problem[] {
  if (shape["x-context"] === undefined || (role === "file" && place.file.startsWith("requests/"))) return [];
  return [report("misplaced-keyword", { keyword: "x-context", kinds: "a file in requests/" }, place)];
}

function echo({ shape, role, place }: Visit, { shapes }: LinkedSpec): Problem[] {
  if (shape["x-echo"] === undefined) return [];
  const object = /^responses\/(\w+)\.json$/.exec(place.file)?.[1];
  const [, property, ...deeper] = splitPointer(place.pointer);
  if (role !== "property" || object === undefined || property === undefined || deeper.length > 0) {
    const kinds = "a property of an object in responses/";
    return [report("misplaced-keyword", { keyword: "x-echo", kinds }, place)];
  }
  const known = Object.keys(shapes.get(objectPath("carries", object))?.properties ?? {});
  return reportUnknown(
    "request with",
    `${object}.${property}`,
    known.map((name) => `${object}.${name}`),
    place,
  );
}
