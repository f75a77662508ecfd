import { baseline, type Release } from "./release.js";
import { spanBetween, type Spans } from "./spans.js";

/** The releases of a contract, and those of them that change something. */
export interface History {
  readonly releases: readonly { readonly release: Release; readonly date?: string }[];
  /** Every release at which something changes, ascending. */
  readonly changes: readonly Release[];
  /** Releases of another program that are known to exist, and that no source describes. */
  readonly beyond?: { readonly from: Release; readonly to: Release; readonly of: string };
}

/** The newest release that the contract knows. */
export const latestRelease = ({ releases }: Pick<History, "releases">): Release =>
  releases.at(-1)?.release ?? baseline;

/** From a release until the next one that changes something; `end` where none does. */
export const untilChange = (release: Release, { changes }: Pick<History, "changes">, end?: Release): Spans =>
  spanBetween(release, changes.find((change) => change > release) ?? end);
