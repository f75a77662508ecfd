import type { StandingModel } from "../model/model.js";
import type { Standing } from "../spec/dialect.js";

/** What is known equally well, for the same reason. */
export interface StandingGroup {
  readonly standing: Standing;
  readonly basis: string;
  readonly names: readonly string[];
}

const order: readonly Standing[] = ["documented", "unknown", "contradicted"];

/** Sorts what is documented first, and what is contradicted last. */
export const byStanding = (a: { readonly standing: Standing }, b: { readonly standing: Standing }): number =>
  order.indexOf(a.standing) - order.indexOf(b.standing);

/** Puts together what stands alike and rests on the same; what is documented comes first. */
export function groupStandings(standings: readonly StandingModel[]): readonly StandingGroup[] {
  const groups = new Map<string, StandingGroup>();
  for (const each of standings) {
    const { standing } = each;
    const basis = describeBasis(each);
    const key = JSON.stringify([standing, basis]);
    groups.set(key, { standing, basis, names: [...(groups.get(key)?.names ?? []), each.name] });
  }
  return [...groups.values()].sort(byStanding);
}

/** What a standing rests on, and why it holds nobody back. */
const describeBasis = ({ basis, admitted }: Pick<StandingModel, "basis" | "admitted">): string =>
  admitted === undefined ? basis : `${basis} It may be sent all the same. ${admitted}`;
