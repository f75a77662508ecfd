import type { BodyPropertyGroup } from "../../model/paths.js";
import type { Aside } from "../../model/model.js";

/** What keeps a part out of the contract: that it, or what holds it, is planned, or was only seen somewhere. */
export const findAside = ([{ chain }]: BodyPropertyGroup): Aside | undefined =>
  chain.flatMap(({ aside }) => aside ?? [])[0];

/** Whether something was seen in the source that `x-seen` names so. */
export const isSeenThere = (aside: Aside | undefined, seenAs: string | undefined): boolean =>
  aside?.kind === "seen" && isNamedAs(aside.where, seenAs);

/** Whether `x-seen` means a source: it names the source, and mostly a release of it. */
export const isNamedAs = (where: string, seenAs: string | undefined): boolean =>
  seenAs !== undefined && (where === seenAs || where.startsWith(`${seenAs} `));
