import type { EventModel, Model } from "../model/model.js";
import type { Life } from "../time/spans.js";
import { success, type Outcome } from "../problem/problem.js";
import type { Release } from "../time/release.js";
import { createSides } from "../diff/side.js";
import type { Fleet } from "../time/fleet.js";
import { isWithin, spanOf } from "../time/spans.js";
import { createHistory, timesOf, type Times } from "./history.js";
import { lookUp } from "./lookup.js";
import { groupSpots, type SpotGroup } from "./spots.js";
import { from, standingOf, type Standing } from "./standing.js";
import { describeType } from "./type-words.js";

/** What there is to say about one thing that a path names. */
export interface Explanation extends Times, Standing {
  readonly kind: "event" | "request" | "response";
  readonly path: string;
  readonly description: string;
  /** Undefined for an event. */
  readonly type: string | undefined;
  readonly required: boolean;
  readonly planned: boolean;
  readonly events: readonly string[];
  /** Whether every event of the spec is among them. */
  readonly isShared: boolean;
  /** Set for an event that no answer fits in every shop: it is left out of what is generated. */
  readonly isUnanswerable?: true;
}

/** What a path names, once for what is received and once for what is answered. */
export function explain(path: string, fleet: Fleet, model: Model): Outcome<readonly Explanation[]> {
  const named = lookUp(path, model);
  if (!named.ok) return named;
  const { event, spots } = named.value;
  return success([
    ...(event ? [explainEvent(event, fleet, model)] : []),
    ...groupSpots(spots).map((group) => explainSpots(group, fleet, model)),
  ]);
}

function explainSpots(spots: SpotGroup, fleet: Fleet, model: Model): Explanation {
  const [{ direction, path, chain }] = spots;
  const times = createHistory(model)(spots);
  const property = chain.at(-1);
  const events = spots.map(({ event }) => event);
  return {
    kind: direction,
    path,
    description: property?.prose.description ?? "",
    type: describeType(property?.eras.at(-1)?.type ?? []),
    required: property?.requiredNow === true,
    planned: chain.some(({ planned }) => planned),
    events,
    isShared: events.length === model.events.length,
    ...times,
    ...standingOf(spots, times, fleet, model),
  };
}

function explainEvent({ name, life, prose }: EventModel, fleet: Fleet, model: Model): Explanation {
  const times = timesOf([spanOf(life)]);
  const known = fleet.steps.filter((step) => isWithin(step, times.lives)).length;
  const isKnown = known === fleet.steps.length;
  const late = isLate(life, fleet) ? life.added : undefined;
  const side = createSides(model)(fleet).events.get(name);
  return {
    ...(side && !side.response && { isUnanswerable: true }),
    kind: "event",
    path: name,
    description: prose.description,
    type: undefined,
    required: false,
    planned: false,
    events: [name],
    isShared: false,
    ...times,
    inFleet: isKnown ? "every shop" : known > 0 ? "some shops" : "no shop",
    reason: isKnown ? undefined : "life",
    flag: late === undefined ? undefined : from(late, fleet, model).flag,
  };
}

/** Whether all that keeps it out of some shops is that they are too old. */
const isLate = ({ added, removed = Infinity as Release }: Life, { min, max }: Fleet): boolean =>
  added !== undefined && added > min && max < removed;
