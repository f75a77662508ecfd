import type { Fleet } from "../time/fleet.js";
import { formatRelease, type Release } from "../time/release.js";
import { firstIn, goneIn } from "../time/spans.js";
import { describeReason, describeUnanswerable } from "./describe-reason.js";
import type { Explanation } from "./explain.js";

/** What there is to say about one thing, as JSON; null for a release where there is none. */
export type ExplanationJson = ReturnType<typeof explanationToJson>;

/** An explanation as JSON. */
export const explanationToJson = (match: Explanation, fleet: Fleet) => ({
  kind: match.kind,
  path: match.path,
  events: match.events,
  description: match.description,
  ...(match.type !== undefined && { type: match.type, required: match.required }),
  planned: match.aside?.kind === "planned",
  ...(match.aside?.kind === "seen" && { seen: match.aside.where }),
  since: toText(firstIn(match.exists)),
  removed: toText(goneIn(match.exists)),
  lives: match.exists.map(({ from, until }) => ({ since: toText(from), removed: toText(until) })),
  inFleet: match.inFleet,
  ...(match.reason && { reason: describeReason(match, fleet) }),
  ...(match.isUnanswerable && { reason: describeUnanswerable(fleet) }),
  ...(match.flag !== undefined && { flag: match.flag }),
  ...(match.isUndated && { undated: true }),
  ...(match.questions.length > 0 && {
    open: match.questions.map(({ id, question }) => ({ id, question })),
  }),
  ...(match.standings.length > 0 && { standings: match.standings }),
  ...(match.products.length > 0 && { products: match.products }),
});

const toText = (release: Release | undefined): string | null =>
  release === undefined ? null : formatRelease(release);
