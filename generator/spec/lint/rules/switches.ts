import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import { formatRelease } from "../../../time/release.js";
import { listSwitches } from "../../switches.js";
import { visitEvents } from "../visit-events.js";
import type { VisitedSpec } from "../visit-shapes.js";

/** `x-required-since` and `x-optional-since` alternate, and the last of them agrees with `required`. */
export function switchesAlternate(spec: VisitedSpec): Problem[] {
  const parts = [
    ...[...visitEvents(spec)].map(({ part, place }) => ({ part, place, required: part.required === true })),
    ...spec.visits.map(({ shape, place, holder }) => ({
      part: shape,
      place,
      required: (holder?.required ?? []).some((name) => holder?.properties?.[name] === shape),
    })),
  ];
  return parts.flatMap(({ part, place, required }) => {
    const switches = listSwitches(part);
    const wrong = switches.filter(({ to }, i) => to === switches[i - 1]?.to);
    const last = switches.at(-1);
    if (last && last.to !== required) wrong.push(last);
    return wrong.map(({ at, to }) =>
      report("contradicting-switches", { release: formatRelease(at), required: to }, place),
    );
  });
}
