import { describeAdded, describeRemoved, describeShops } from "../describe.js";
import { getOrCreate } from "../../base/once.js";
import type { Prose } from "../model/model.js";
import { type Fleet, getCoverage } from "../../base/time/fleet.js";
import { listWords } from "../../base/text/words.js";
import { baseline, formatRelease } from "../../base/time/release.js";
import { existsAt, spanBetween, type Spans, addedIn, removedIn } from "../../base/time/spans.js";
import type {
  Reason,
  EnumView,
  ForbiddenView,
  NamedEnumView,
  ObjectView,
  PropertyView,
  TypeView,
} from "./view.js";

/** Looks at releases outside the fleet, too. */
export function explainAbsence(spans: Spans, fleet: Fleet): Reason {
  const missing = fleet.releases.find((release) => !existsAt(spans, release));
  if (missing === undefined) return { kind: "nothing-common" };
  const coverage = getCoverage(fleet, spans);
  const came = spans.find(({ from = baseline }) => from > missing)?.from;
  if (came !== undefined) return { kind: "added", release: came, coverage };
  // No span begins after that release, so the last one ended before it.
  const went = spans.at(-1)?.until;
  return went === undefined ? { kind: "nothing-common" } : { kind: "removed", release: went, coverage };
}

/** True if no release is known to have it, so the choice of fleet makes no difference. */
export const isExclusion = ({ kind }: Reason): boolean => kind === "planned" || kind === "seen";

/** True if another fleet could have it: it does not depend on the event, and some release is known to have it. */
export const isFleetSpecific = (reason: Reason): boolean =>
  reason.kind !== "other-event" && reason.kind !== "contradicted" && !isExclusion(reason);

/** For a message: `requires v59; your oldest shop runs v48`. */
export function formatReason(reason: Reason, fleet: Fleet): string {
  if (reason.kind === "added") return describeAdded(reason.release, reason.coverage, fleet);
  if (reason.kind === "removed") return describeRemoved(reason.release, reason.coverage, fleet);
  return toReasonNote(reason, describeShops(fleet));
}

/**
 * For a comment in code: `requires v59`. Does not depend on the fleet, so another fleet leaves the comment
 * unchanged.
 */
export function toReasonNote(reason: Reason, shops = "every shop"): string {
  switch (reason.kind) {
    case "added":
      return `requires v${formatRelease(reason.release)}`;
    case "removed":
      return `removed in v${formatRelease(reason.release)}`;
    case "other-event":
      return `only for ${listWords(reason.events, "and")}`;
    case "contradicted":
      return reason.basis.replace(/\s+/g, " ").replace(/\.$/, "");
    case "planned":
      return "announced, but not for a release yet";
    case "seen":
      return `seen in ${reason.where}, not documented for the POS`;
    case "nothing-common":
      return `no value works in ${shops}`;
    case "no-safe-response":
      return `no answer works in ${shops}`;
  }
}

export interface DescribeOptions {
  readonly fleet: Fleet;
  /** True if the format is checked. Otherwise the description calls it usual. */
  readonly asksFormats: boolean;
}

export const describeObject = (object: ObjectView, { fleet }: DescribeOptions): string =>
  describePart(object, describeMissing(object.forbidden, fleet));

export const describeProperty = (property: PropertyView, options: DescribeOptions): string =>
  describePart(property, describeTypeNotes(property.type, options));

export const describeEnum = (named: NamedEnumView, { fleet }: DescribeOptions): string =>
  describePart(named, describeValues(named, fleet));

function describePart(
  { prose, exists }: Pick<ObjectView, "prose" | "exists">,
  more: readonly string[],
): string {
  const { description, deprecated } = prose;
  const deprecation = deprecated ? [describeDeprecation(deprecated)] : [];
  return joinSentences([description, ...spansToSentences(exists), ...deprecation, ...more]);
}

const joinSentences = (sentences: readonly string[]): string =>
  sentences.filter((text) => text !== "").join(" ");

export function spansToSentences(spans: Spans | undefined): readonly string[] {
  const [since, until] = [addedIn(spans), removedIn(spans)];
  return [
    ...(since === undefined ? [] : [`Requires v${formatRelease(since)}.`]),
    ...(until === undefined ? [] : [`Removed in v${formatRelease(until)}.`]),
  ];
}

function describeDeprecation({ since, replacedBy }: NonNullable<Prose["deprecated"]>): string {
  const when = since === undefined ? "" : ` since v${formatRelease(since)}`;
  return `Deprecated${when}${replacedBy === undefined ? "" : `: use ${replacedBy} instead`}.`;
}

function describeMissing(forbidden: readonly ForbiddenView[], fleet: Fleet): readonly string[] {
  const names = new Map<string, string[]>();
  for (const { name, reason } of forbidden)
    if (!isExclusion(reason)) getOrCreate(names, formatReason(reason, fleet), () => []).push(`\`${name}\``);
  return [...names].map(([reason, parts]) => `Not allowed: ${listWords(parts, "and")} (${reason}).`);
}

/** Notes that the schema of a type cannot express. Named enums have theirs in their definitions. */
function describeTypeNotes(type: TypeView, options: DescribeOptions): readonly string[] {
  if (type === "unknown") return [];
  return type.flatMap((kind) => {
    if (kind.kind === "array") return describeTypeNotes(kind.items, options);
    if (kind.kind === "enum" && kind.enum.name === undefined) return describeValues(kind.enum, options.fleet);
    if (kind.kind !== "text") return [];
    // A request is not rejected because of a format.
    const usual = options.asksFormats ? kind.hint : (kind.formats[0] ?? kind.hint);
    return usual === undefined ? [] : [`Usually in the format \`${usual}\`.`];
  });
}

/** Lists the known values of an open enum, notes on values, and the values outside the fleet. */
function describeValues({ values, forbidden, open }: EnumView, fleet: Fleet): readonly string[] {
  const known = values.map(({ value }) => `\`${value}\``);
  const described = values.flatMap(({ value, description, since }) => {
    const text = joinSentences([description ?? "", ...spansToSentences(spanBetween(since, undefined))]);
    return text === "" ? [] : [`\`${value}\`: ${text}`];
  });
  const missing = forbidden.map(({ value, reason }) => ({ name: value, reason }));
  const isOpen = open && known.length > 0;
  return [
    ...(isOpen ? [`Known values: ${listWords(known, "and")}. Others are possible.`] : []),
    ...described,
    ...describeMissing(missing, fleet),
  ];
}
