import { report } from "../../../problem/catalogue.js";
import type { Place, Problem } from "../../../problem/problem.js";
import { listSwitches, type Shape, optionalRelease, toRelease } from "../../dialect.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import {
  type Dated,
  listDated,
  listReleases,
  readDates,
  type Visit,
  type VisitedSpec,
  visitEvents,
} from "../visit.js";
import { placeInside } from "../../pointer.js";
import { ownEntry } from "../../values.js";
import { suggest } from "../../../text/words.js";
import { baseline, formatRelease, parseRelease, type Release } from "../../../time/release.js";

/** A part is not older than what it belongs to, does not outlive it, and is added before it is removed. */
export const partsLieWithinWholes = (spec: VisitedSpec): Problem[] =>
  listDated(spec).flatMap((dated) => [...tooEarly(dated), ...tooLate(dated), ...backwards(dated)]);

function tooEarly({ part, place, whole }: Dated): Problem[] {
  const { added } = readDates(part);
  if (added === undefined || whole.added === undefined || added >= whole.added) return [];
  const params = {
    release: formatRelease(added),
    parent: whole.label,
    parentRelease: formatRelease(whole.added),
  };
  return [report("older-than-parent", params, placeInside(place, "x-added-in"))];
}

function tooLate({ part, place, whole }: Dated): Problem[] {
  const { added, removed } = readDates(part);
  const end = whole.removed;
  if (end === undefined) return [];
  return [added, removed]
    .filter((date) => date !== undefined)
    .filter((date) => date > end || (date === end && date !== removed))
    .map((date) => {
      const params = { release: formatRelease(date), parent: whole.label, parentRelease: formatRelease(end) };
      return report("outlives-parent", params, place);
    });
}

function backwards({ part, place, whole }: Dated): Problem[] {
  const { added = whole.added, removed } = readDates(part);
  if (removed === undefined || removed > (added ?? -1)) return [];
  const params = { added: formatRelease(added ?? removed), removed: formatRelease(removed) };
  return [report("removed-before-added", params, placeInside(place, "x-removed-in"))];
}

/** An annotation dates something while it exists. Inside an old shape, where dates are clipped, it need not. */
export function datesLieWithin(spec: VisitedSpec): Problem[] {
  const current = listDated(spec).filter(({ place }) => !place.pointer.includes("/x-was/"));
  return current.flatMap(({ part, place, whole }) => {
    const { added = whole.added ?? -Infinity, removed = whole.removed ?? Infinity } = readDates(part);
    return listReleases(part)
      .filter(({ tokens: [keyword] }) => keyword !== "x-added-in" && keyword !== "x-removed-in")
      .filter(({ release }) => toRelease(release) < added || toRelease(release) >= removed)
      .map(({ release, tokens }) =>
        report("outside-life", { keyword: tokens[0], release }, placeInside(place, ...tokens)),
      );
  });
}

/** `x-required-since` and `x-optional-since` alternate, and the last of them agrees with `required`. */
export function switchesAlternate(spec: VisitedSpec): Problem[] {
  const parts = [
    ...[...visitEvents(spec)].map(({ part, place }) => ({ part, place, required: part.required === true })),
    ...spec.visits.map(({ shape, place, holder }) => ({
      part: shape,
      place,
      required: (holder?.required ?? []).some((name) => holder?.properties?.[name] === shape),
    })),
  ];
  return parts.flatMap(({ part, place, required }) => {
    const switches = listSwitches(part);
    const wrong = switches.filter(({ to }, i) => to === switches[i - 1]?.to);
    const last = switches.at(-1);
    if (last && last.to !== required) wrong.push(last);
    return wrong.map(({ at, to }) =>
      report("contradicting-switches", { release: formatRelease(at), required: to }, place),
    );
  });
}

/** The eras of `x-was` ascend. */
export const erasAscend = ({ shape, place }: Visit): Problem[] =>
  findBackward((shape["x-was"] ?? []).map(({ until }) => until)).map(({ release: until, index }) =>
    report("era-order", { until }, placeInside(place, "x-was", index, "until")),
  );

/** `releases.json` ascends. */
export const releasesAscend = ({ releases }: LinkedSpec): Problem[] =>
  findBackward(releases.map(({ release }) => release)).map(({ release, previous, index }) => {
    const place = { file: "releases.json", pointer: `/releases/${index}/release` };
    return report("release-order", { release, previous }, place);
  });

/** The releases of a list that are not later than the one before them. */
const findBackward = (releases: readonly string[]) =>
  releases
    .map((release, index) => ({ release, index, previous: releases[index - 1] ?? "" }))
    .filter(({ release, index, previous }) => index > 0 && toRelease(previous) >= toRelease(release));

/** An annotation names releases that `releases.json` lists. */
export function releasesAreListed(spec: VisitedSpec): Problem[] {
  if (spec.releases.length === 0) return []; // the file is missing or broken, which has been reported
  const listed = new Set(spec.releases.map(({ release }) => parseRelease(release)));
  const settings = (spec.subscriptions?.settings ?? []).flatMap(({ added: release }, index) =>
    release === undefined
      ? []
      : [{ release, place: { file: "subscriptions.json", pointer: `/settings/${index}/added` } }],
  );
  const dated = listDated(spec).flatMap(({ part, place }) =>
    listReleases(part).map(({ release, tokens }) => ({ release, place: placeInside(place, ...tokens) })),
  );
  return [...dated, ...settings]
    .filter(({ release }) => !listed.has(toRelease(release)))
    .map(({ release, place }) => report("unlisted-release", { release }, place));
}

/** What lies beyond the sources begins before it ends. */
export function beyondAscends({ sources }: LinkedSpec): Problem[] {
  const beyond = sources?.seenBeyond;
  if (!beyond || toRelease(beyond.from) <= toRelease(beyond.to)) return [];
  const place = { file: "sources.json", pointer: "/seenBeyond/to" };
  return [report("invalid-value", { expected: "must be `from` or a later release" }, place)];
}

/** Enum annotations name values of the enum, and some value exists at every release. */
export const enumsHaveValues = ({ shape, place, span }: Visit): Problem[] => [
  ...unknownValues(shape, place),
  ...backwardValues(shape, place),
  ...findEmpty(shape, span).map((release) => report("empty-enum", { release }, placeInside(place, "enum"))),
];

const valueKeywords = [
  "x-enum-added-in",
  "x-enum-removed-in",
  "x-enum-descriptions",
  "x-enum-advice",
] as const;

function unknownValues(shape: Shape, place: Place): Problem[] {
  const values = shape.enum ?? [];
  return valueKeywords.flatMap((keyword) =>
    Object.keys(shape[keyword] ?? {})
      .filter((value) => !values.includes(value))
      .map((value) => {
        const params = { keyword, value, suggestion: suggest(value, values) };
        return report("unknown-enum-value", params, placeInside(place, keyword));
      }),
  );
}

/** Values that were removed before they were added. */
function backwardValues(shape: Shape, place: Place): Problem[] {
  return Object.entries(shape["x-enum-removed-in"] ?? {}).flatMap(([value, removed]) => {
    const added = ownEntry(shape["x-enum-added-in"], value);
    if (added === undefined || toRelease(added) < toRelease(removed)) return [];
    const at = placeInside(place, "x-enum-removed-in", value);
    return [report("removed-before-added", { added, removed }, at)];
  });
}

/** The first moment in the span of an enum at which none of its values exists. */
function findEmpty(shape: Shape, { from, until }: Visit["span"]): string[] {
  if (shape.enum === undefined || shape["x-open"] === true) return [];
  const spans = shape.enum.map((value) => ({
    added: readDate(shape["x-enum-added-in"], value) ?? baseline,
    removed: readDate(shape["x-enum-removed-in"], value) ?? (Infinity as Release),
  }));
  const moments = [from, ...spans.map(({ removed }) => removed)].filter((at) => from <= at && at < until);
  const empty = moments.find((at) => !spans.some(({ added, removed }) => added <= at && at < removed));
  if (empty === undefined) return [];
  return [empty === baseline ? "the first release" : `v${formatRelease(empty)}`];
}

const readDate = (dates: Readonly<Record<string, string>> | undefined, value: string): Release | undefined =>
  optionalRelease(ownEntry(dates, value));
