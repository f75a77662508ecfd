import { placeInSpec } from "../diff/spec-place.js";
import type { Place } from "../problem/problem.js";
import type { CheckedSpec } from "../spec/checked-spec.js";
import type { ReviewedSpec } from "../spec/lint/reviews.js";
import { joinPointer } from "../spec/pointer.js";
import type { Subject } from "./claim.js";
import type { Finding } from "./judge/finding.js";

/**
 * The place in the spec that a finding is about; if the spec does not have it, the place of what would hold it. Undefined for a
 * sentence that is about nothing that we know.
 */
export function placeFinding({ subject, reviewed }: Finding, spec: ReviewedSpec): Place | undefined {
  if (subject) return placeSubject(subject, spec);
  if (!reviewed) return undefined;
  const file = "drift/reviewed.json";
  const { claims, sentences } = spec.reviewed;
  for (const [name, entries] of Object.entries<readonly unknown[]>({ claims, sentences }))
    if (entries.includes(reviewed))
      return { file, pointer: joinPointer("", name, entries.indexOf(reviewed)) };
  return { file, pointer: "" };
}

function placeSubject({ side, path, events = [] }: Subject, spec: CheckedSpec): Place {
  if (side === "release") return { file: "releases.json", pointer: "" };
  if (side === "event") {
    const file = `events/${path}.json`;
    return { file: spec.events.has(path) ? file : "envelope.json", pointer: "" };
  }
  const steps = path.split(".").flatMap((step) => (step.endsWith("[]") ? [step.slice(0, -2), "*"] : [step]));
  const pointer = path === "" ? "" : joinPointer("", ...steps);
  return placeInSpec({ pointer, direction: side === "body" ? "response" : side, events }, spec);
}
