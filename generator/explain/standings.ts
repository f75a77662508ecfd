import type { StandingModel } from "../model/model.js";
import { standings as order, type Standing } from "../spec/dialect.js";

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
