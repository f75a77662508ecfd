import { describeLack, describeShops } from "../describe.js";
import { getOrCreate } from "../../base/once.js";
import type { Prose } from "../model/model.js";
import { type Fleet, getCoverage } from "../../base/time/fleet.js";
import { listWords } from "../../base/text/words.js";
import { formatRelease } from "../../base/time/release.js";
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

/** Why not every shop has something that exists in these spans. All releases are looked at, not only those of the fleet. */
export function explainAbsence(spans: Spans, fleet: Fleet): Reason {
  const missing = fleet.releases.find((release) => !existsAt(spans, release));
  if (missing === undefined) return { kind: "nothing-common" };
  const coverage = getCoverage(fleet, spans);
  const came = spans.find(({ from }) => from !== undefined && from > missing)?.from;
  if (came !== undefined) return { kind: "added", release: came, coverage };
  const went = spans.findLast(({ until }) => until !== undefined && until <= missing)?.until;
  return went === undefined ? { kind: "nothing-common" } : { kind: "removed", release: went, coverage };
}

/** Whether no release is known to have something: no fleet lacks it more than another. */
export const isExclusion = ({ kind }: Reason): boolean => kind === "planned" || kind === "seen";

/** Whether another fleet could have it: that is no matter of the event, and some release is known to have it. */
export const isFleetSpecific = (reason: Reason): boolean =>
  reason.kind !== "other-event" && reason.kind !== "contradicted" && !isExclusion(reason);

/** The reason in a few words, for a message: `since v59: not in every shop of 48..`. */
export function formatReason(reason: Reason, fleet: Fleet): string {
  switch (reason.kind) {
    case "added":
      return `since v${formatRelease(reason.release)}: ${describeLack(reason.coverage, fleet)}`;
    case "removed":
      return `removed in v${formatRelease(reason.release)}: ${describeLack(reason.coverage, fleet)}`;
    case "nothing-common":
      return `no value works in ${describeShops(fleet)}`;
    case "no-safe-response":
      return `no answer works in ${describeShops(fleet)}`;
    case "other-event":
    case "contradicted":
    case "planned":
    case "seen":
      return toReasonNote(reason);
  }
}

/** The same for a comment in code, without the fleet, so that another fleet changes only what differs: `requires v59`. */
export function toReasonNote(reason: Reason): string {
  switch (reason.kind) {
    case "added":
      return `requires v${formatRelease(reason.release)}`;
    case "removed":
      return `gone since v${formatRelease(reason.release)}`;
    case "other-event":
      return `only for ${listWords(reason.events, "and")}`;
    case "contradicted":
      return reason.basis.replace(/\s+/g, " ").replace(/\.$/, "");
    case "planned":
      return "announced, but for no release yet";
    case "seen":
      return `seen in ${reason.where}, not documented for the till`;
    case "nothing-common":
      return "no value works in every shop";
    case "no-safe-response":
      return "no answer works in every shop";
  }
}

/** The fleet and the rules that a description is written for. */
export interface DescribeOptions {
  readonly fleet: Fleet;
  /** Whether formats are asked for: there is no need to say that they are usual. */
  readonly asksFormats: boolean;
}

/** Describes an object: what it is, since and until when, and what of it not every shop takes. */
export const describeObject = (object: ObjectView, { fleet }: DescribeOptions): string =>
  describePart(object, describeMissing(object.forbidden, fleet));

/** Describes a property: what it is, since and until when, and what is known of its values. */
export const describeProperty = (property: PropertyView, options: DescribeOptions): string =>
  describePart(property, describeTypeNotes(property.type, options));

/** Describes an enum with a name. */
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

/** Since and until when something is there, as sentences; none where it always is. */
export function spansToSentences(spans: Spans | undefined): readonly string[] {
  const [since, until] = [addedIn(spans), removedIn(spans)];
  return [
    ...(since === undefined ? [] : [`Since v${formatRelease(since)}.`]),
    ...(until === undefined ? [] : [`Gone since v${formatRelease(until)}.`]),
  ];
}

function describeDeprecation({ since, replacedBy }: NonNullable<Prose["deprecated"]>): string {
  const when = since === undefined ? "" : ` since v${formatRelease(since)}`;
  return `Deprecated${when}${replacedBy === undefined ? "" : `: use ${replacedBy} instead`}.`;
}

/** The parts that not every shop of the fleet takes, by the reason. */
function describeMissing(forbidden: readonly ForbiddenView[], fleet: Fleet): readonly string[] {
  const names = new Map<string, string[]>();
  for (const { name, reason } of forbidden)
    if (!isExclusion(reason)) getOrCreate(names, formatReason(reason, fleet), () => []).push(`\`${name}\``);
  return [...names].map(([reason, parts]) => `Not ${listWords(parts, "or")} (${reason}).`);
}

/** Notes on a type besides what its schema asks for. An enum with a name says it where it is defined. */
function describeTypeNotes(type: TypeView, options: DescribeOptions): readonly string[] {
  if (type === "unknown") return [];
  return type.flatMap((kind) => {
    if (kind.kind === "array") return describeTypeNotes(kind.items, options);
    if (kind.kind === "enum" && kind.enum.name === undefined) return describeValues(kind.enum, options.fleet);
    if (kind.kind !== "text") return [];
    // What a till sends is not refused for its format.
    const usual = options.asksFormats ? kind.hint : (kind.formats[0] ?? kind.hint);
    return usual === undefined ? [] : [`Usually in the format \`${usual}\`.`];
  });
}

/** The known values of an open enum, the descriptions and releases of values, and those that the fleet lacks. */
function describeValues({ values, forbidden, open }: EnumView, fleet: Fleet): readonly string[] {
  const known = values.map(({ value }) => `\`${value}\``);
  const described = values.flatMap(({ value, description, since }) => {
    const text = joinSentences([description ?? "", ...spansToSentences(spanBetween(since, undefined))]);
    return text === "" ? [] : [`\`${value}\`: ${text}`];
  });
  const missing = forbidden.map(({ value, reason }) => ({ name: value, reason }));
  const isOpen = open && known.length > 0;
  return [
    ...(isOpen ? [`Known values, to which others may come: ${listWords(known, "and")}.`] : []),
    ...described,
    ...describeMissing(missing, fleet),
  ];
}
