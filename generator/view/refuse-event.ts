import type { EventModel, ObjectModel } from "../model/model.js";
import { report } from "../problem/catalogue.js";
import type { Problem } from "../problem/problem.js";
import type { Album } from "../lattice/album.js";
import type { Fleet } from "../time/fleet.js";
import { formatReason, type Explainer } from "./reasons.js";
import { livesAt, type Snapshot } from "../lattice/snapshot.js";

interface Circumstances {
  readonly fleet: Fleet;
  readonly explain: Explainer;
  readonly album: Album;
  /** What every event may be answered with. */
  readonly envelope: ObjectModel;
}

/** Why no answer to an event works in every shop. */
export function refuseEvent(
  { name, life, response }: EventModel,
  { fleet, explain, album, envelope }: Circumstances,
): Problem {
  const all = fleet.steps.map((step) => album.at(step));
  const own = all.filter(({ release }) => livesAt(life, release));
  const missing = response.properties.find((property) => {
    const steps = envelope.properties.includes(property) ? all : own;
    const isRequired = (step: Snapshot): boolean =>
      step.object(response).properties.get(property.name)?.required === true;
    return steps.some(isRequired) && !steps.every((step) => step.has(property));
  });
  const reason = missing
    ? `\`${missing.name}\` is required, but ${formatReason(explain.property(missing), fleet)}`
    : "a required part has no value that all of them take";
  return report("no-safe-response", { event: name, reason });
}
