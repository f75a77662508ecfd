import type { EventModel, Model, Prose, StandingModel } from "../model/model.js";
import type { BodyProperty } from "../model/paths.js";
import { standings as order, type Standing } from "../spec/dialect.js";
import { firstIn, type Spans } from "../time/spans.js";

/** Whether no source tells which release brought an event: it is only taken to have always been there. */
export const isUndatedEvent = ({ exists, prose }: Pick<EventModel, "exists" | "prose">): boolean =>
  firstIn(exists) === undefined && isReleaseOpen(prose);

/** Whether a property is there in the first known release only because nothing says otherwise of it, or of what has it. */
export function isUndatedProperty(
  exists: Spans,
  properties: readonly BodyProperty[],
  { events }: Model,
): boolean {
  const open = new Set(events.filter(isUndatedEvent).map(({ name }) => name));
  return (
    firstIn(exists) === undefined &&
    properties.every(
      ({ events, chain }) =>
        events.every((event) => open.has(event)) || chain.some(({ prose }) => isReleaseOpen(prose)),
    )
  );
}

const isReleaseOpen = ({ provenance }: Prose): boolean =>
  provenance !== undefined &&
  provenance.kind !== "documented" &&
  (provenance.of ?? ["existence"]).some((part) => part === "existence" || part === "release");

/** What is known equally well, for the same reason. */
export interface StandingGroup {
  readonly standing: Standing;
  readonly basis: string;
  readonly names: readonly string[];
}

/** Sorts what is documented first, and what is contradicted last. */
export const byStanding = (a: { readonly standing: Standing }, b: { readonly standing: Standing }): number =>
  order.indexOf(a.standing) - order.indexOf(b.standing);

/** Puts together what stands alike and rests on the same; what is documented comes first. */
export function groupStandings(standings: readonly StandingModel[]): readonly StandingGroup[] {
  const groups = new Map<string, StandingGroup>();
  for (const { name, standing, basis } of standings) {
    const key = JSON.stringify([standing, basis]);
    groups.set(key, { standing, basis, names: [...(groups.get(key)?.names ?? []), name] });
  }
  return [...groups.values()].sort(byStanding);
}
