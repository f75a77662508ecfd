import type { Model, PropertyModel } from "../model/model.js";
import type { Life } from "../time/spans.js";
import { baseline, formatRelease, type Release } from "../time/release.js";
import type { Fleet } from "../time/fleet.js";
import { livesAt, takeSnapshot, type Snapshot } from "../lattice/snapshot.js";
import { listWords } from "../text/list.js";
import type { Reason } from "./view.js";

/** Explains why the fleet lacks something that the spec knows. */
export interface Explainer {
  property(model: PropertyModel): Reason;
  life(life: Life): Reason;
}

/** Looks through the whole history, beyond the fleet's range, for when a thing came and went. */
export function createExplainer(model: Model, fleet: Fleet): Explainer {
  const history: Snapshot[] = [baseline, ...model.changes].map(takeSnapshot);
  return {
    property: (property) => explain((release) => hasAt(history, property, release), history, fleet),
    life: (life) => explain((release) => livesAt(life, release), history, fleet),
  };
}

/** Nothing changes between two releases of the history, so the one before tells. */
const hasAt = (history: readonly Snapshot[], property: PropertyModel, release: Release): boolean =>
  history
    .filter((snapshot) => snapshot.release <= release)
    .at(-1)
    ?.has(property) ?? false;

function explain(exists: (release: Release) => boolean, history: readonly Snapshot[], fleet: Fleet): Reason {
  const missing = fleet.steps.find((step) => !exists(step));
  if (missing === undefined) return { kind: "nothing-common" };
  const releases = history.map(({ release }) => release);
  const came = releases.find((release) => release > missing && exists(release));
  if (came !== undefined) return { kind: "added", release: came };
  const went = releases
    .filter((release) => release <= missing && !exists(release) && wasThere(exists, release, releases))
    .at(-1);
  return { kind: "removed", release: went ?? missing };
}

const wasThere = (
  exists: (release: Release) => boolean,
  release: Release,
  releases: readonly Release[],
): boolean => {
  const before = releases[releases.indexOf(release) - 1];
  return before !== undefined && exists(before);
};

/** The reason in a few words, for a comment or a message: `since v59: not in every shop of 48..`. */
export function formatReason(reason: Reason, fleet: Fleet): string {
  switch (reason.kind) {
    case "added":
      return `since v${formatRelease(reason.release)}: not in ${shopsOf(fleet)}`;
    case "removed":
      return `removed in v${formatRelease(reason.release)}: not in ${shopsOf(fleet)}`;
    case "other-event":
      return `only for ${listWords(reason.events, "and")}`;
    case "nothing-common":
      return `no value works in ${shopsOf(fleet)}`;
    case "no-safe-response":
      return `no answer works in ${shopsOf(fleet)}`;
  }
}

/** The shops of a fleet in a few words: `every shop of 48..`. */
export function shopsOf({ min, max, label }: Fleet): string {
  // An open end is one of every shop, though the spec knows no later release yet.
  if (min === max && !label.endsWith("..")) return `v${formatRelease(min)}`;
  return label === ".." ? "every shop" : `every shop of ${label}`;
}
