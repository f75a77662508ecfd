import type { Direction } from "../../../model/model.js";
import { listRoots } from "../../judge/ways.js";
import type { Known } from "../../judge/known.js";
import type { Exchange, FaultName, SeenBody } from "../bodies/read-bodies.js";
import { isPlainName } from "../names.js";
import type { Spot } from "../records/record.js";
import { count, createRoot, type Count, type Node } from "./node.js";
import { observe } from "./observe.js";

/** What was seen in a recording. */
export interface Tally {
  /** One for each side and event. */
  readonly roots: Map<string, Root>;
  /** Events that the spec does not have. */
  readonly events: Map<string, Count>;
  readonly faults: Map<FaultName, Count>;
  /** How many bodies there were. */
  bodies: number;
  readonly room: { left: number };
}

export interface Root {
  readonly side: Direction;
  /** Undefined: one of several. */
  readonly event: string | undefined;
  readonly node: Node;
}

/** The most places of bodies that the spec does not know. */
const mostPlaces = 1000;

/** The most events that the spec does not know. */
const mostEvents = 20;

export const createTally = (): Tally => ({
  roots: new Map(),
  events: new Map(),
  faults: new Map(),
  bodies: 0,
  room: { left: mostPlaces },
});

/** Adds what a record holds. */
export function addExchange(
  tally: Tally,
  { bodies, unknownEvent, faults }: Exchange,
  spot: Spot,
  known: Known,
): void {
  for (const body of bodies) addBody(tally, body, spot, known);
  for (const fault of faults) addFault(tally, fault, spot);
  if (unknownEvent === undefined) return;
  const isNamed =
    isPlainName(unknownEvent) && (tally.events.has(unknownEvent) || tally.events.size < mostEvents);
  if (isNamed) tally.events.set(unknownEvent, count(tally.events.get(unknownEvent), spot.number, spot));
  else addFault(tally, "no event", spot);
}

/** Adds what could not be read. */
export function addFault({ faults }: Tally, fault: FaultName, spot: Spot): void {
  faults.set(fault, count(faults.get(fault), spot.number, spot));
}

function addBody(tally: Tally, { side, event, value }: SeenBody, spot: Spot, known: Known): void {
  const key = `${side} ${event ?? ""}`;
  const root = tally.roots.get(key) ?? { side, event, node: createRoot(listRoots(side, event, known)) };
  tally.roots.set(key, root);
  observe(root.node, value, { body: ++tally.bodies, spot, room: tally.room });
}
