import type { EventModel } from "../model/model.js";
import { report } from "../problem/catalogue.js";
import type { Problem } from "../problem/problem.js";
import type { Album } from "./album.js";
import type { Fleet } from "./fleet.js";
import { formatReason, type Explainer } from "./reasons.js";
import { livesAt, type Snapshot } from "./snapshot.js";

interface Circumstances {
  readonly fleet: Fleet;
  readonly explain: Explainer;
  readonly album: Album;
}

/** Why no answer to an event works in every shop. */
export function refuseEvent(
  { name, life, response }: EventModel,
  { fleet, explain, album }: Circumstances,
): Problem {
  const steps = fleet.steps.filter((step) => livesAt(life, step)).map((step) => album.at(step));
  const requires = (step: Snapshot, property: string): boolean =>
    step.object(response).properties.get(property)?.required === true;
  const missing = response.properties.find(
    (property) =>
      steps.some((step) => requires(step, property.name)) && !steps.every((step) => step.has(property)),
  );
  const reason = missing
    ? `\`${missing.name}\` is required, but ${formatReason(explain.property(missing), fleet)}`
    : "a required part has no value that all of them take";
  return report("no-safe-response", { event: name, reason });
}
