import type { EventModel, ObjectModel } from "../model/model.js";
import { report } from "../problem/catalogue.js";
import type { Problem } from "../problem/problem.js";
import type { Album } from "../lattice/album.js";
import type { Fleet } from "../time/fleet.js";
import { formatReason, type Explainer } from "./reasons.js";
import type { Snapshot } from "../lattice/snapshot.js";
import { existsAt } from "../time/spans.js";

interface Circumstances {
  readonly fleet: Fleet;
  readonly explain: Explainer;
  readonly album: Album;
  /** What every event may be answered with. */
  readonly envelope: ObjectModel;
}

/** Why no answer to an event works in every shop. */
export function refuseEvent(
  { name, exists, response }: EventModel,
  { fleet, explain, album, envelope }: Circumstances,
): Problem {
  const all = fleet.releases.map((release) => album.at(release));
  const own = all.filter(({ release }) => existsAt(exists, release));
  const missing = response.properties.find((property) => {
    const snapshots = envelope.properties.includes(property) ? all : own;
    const isRequired = (snapshot: Snapshot): boolean =>
      snapshot.object(response).properties.get(property.name)?.required === true;
    return snapshots.some(isRequired) && !snapshots.every((snapshot) => snapshot.has(property));
  });
  const reason = missing
    ? `\`${missing.name}\` is required, but ${formatReason(explain.property(missing), fleet)}`
    : "a required part has no value that all of them take";
  return report("no-safe-response", { event: name, reason });
}
