import type { Paths } from "../model/paths.js";
import type { Place } from "../problem/problem.js";
import type { ReviewedSpec } from "../spec/lint/reviews.js";
import { joinPointer } from "../spec/pointer.js";
import type { Subject } from "./claim.js";
import type { Finding } from "./judge/finding.js";

/**
 * The place in the spec that a finding is about; if the spec does not have it, the place of what would hold it. Undefined for a
 * sentence that is about nothing that we know.
 */
export function placeFinding(
  { subject, reviewed }: Finding,
  spec: ReviewedSpec,
  paths: Paths,
): Place | undefined {
  if (subject) return placeSubject(subject, spec, paths);
  if (!reviewed) return undefined;
  const file = "drift/reviewed.json";
  const { claims, sentences } = spec.reviewed;
  for (const [name, entries] of Object.entries<readonly unknown[]>({ claims, sentences }))
    if (entries.includes(reviewed))
      return { file, pointer: joinPointer("", name, entries.indexOf(reviewed)) };
  return { file, pointer: "" };
}

function placeSubject({ side, path, events }: Subject, spec: ReviewedSpec, paths: Paths): Place {
  if (side === "release") return { file: "releases.json", pointer: "" };
  if (side === "event") {
    const file = `events/${path}.json`;
    return { file: spec.events.has(path) ? file : "envelope.json", pointer: "" };
  }
  return paths.place({ path, direction: side === "body" ? "response" : side, event: events?.[0] });
}
