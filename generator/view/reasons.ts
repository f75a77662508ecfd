import { describeShops } from "../describe.js";
import type { Album } from "../lattice/album.js";
import type { PropertyModel } from "../model/model.js";
import type { Fleet } from "../time/fleet.js";
import { listWords } from "../text/list.js";
import { formatRelease } from "../time/release.js";
import { existsAt, type Spans } from "../time/spans.js";
import type { Reason } from "./view.js";

/** Explains why the fleet lacks something that the spec knows. */
export interface Explainer {
  property(model: PropertyModel): Reason;
  /** Why not every shop has something that exists in these spans. */
  absence(spans: Spans): Reason;
}

/** Creates an explainer. It looks at all releases of the contract, not only at those of the fleet. */
export const createExplainer = (album: Album, fleet: Fleet): Explainer => ({
  property: (property) => explainAbsence(album.existence(property), fleet),
  absence: (spans) => explainAbsence(spans, fleet),
});

function explainAbsence(spans: Spans, { releases }: Fleet): Reason {
  const missing = releases.find((release) => !existsAt(spans, release));
  if (missing === undefined) return { kind: "nothing-common" };
  const came = spans.find(({ from }) => from !== undefined && from > missing)?.from;
  if (came !== undefined) return { kind: "added", release: came };
  const went = spans.findLast(({ until }) => until !== undefined && until <= missing)?.until;
  return went === undefined ? { kind: "nothing-common" } : { kind: "removed", release: went };
}

/** Whether no release is known to have something: no fleet lacks it more than another. */
export const isAside = ({ kind }: Reason): boolean => kind === "planned" || kind === "seen";

/** Whether another fleet could have it: that is no matter of the event, and some release is known to have it. */
export const isOfFleet = (reason: Reason): boolean =>
  reason.kind !== "other-event" && reason.kind !== "contradicted" && !isAside(reason);

/** The reason in a few words, for a comment or a message: `since v59: not in every shop of 48..`. */
export function formatReason(reason: Reason, fleet: Fleet): string {
  switch (reason.kind) {
    case "added":
      return `since v${formatRelease(reason.release)}: not in ${describeShops(fleet)}`;
    case "removed":
      return `removed in v${formatRelease(reason.release)}: not in ${describeShops(fleet)}`;
    case "other-event":
      return `only for ${listWords(reason.events, "and")}`;
    case "contradicted":
      return reason.basis.replace(/\s+/g, " ").replace(/\.$/, "");
    case "planned":
      return "announced, but for no release yet";
    case "seen":
      return `seen in ${reason.where}, not documented for the till`;
    case "nothing-common":
      return `no value works in ${describeShops(fleet)}`;
    case "no-safe-response":
      return `no answer works in ${describeShops(fleet)}`;
  }
}
