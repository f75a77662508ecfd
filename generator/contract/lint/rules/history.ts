import { report } from "../../../base/problem/catalogue.js";
import type { SourceLocation, Problem } from "../../../base/problem/problem.js";
import { formatRelease, type Release } from "../../../base/time/release.js";
import { complement, intersect, spanBetween, uniteAll } from "../../../base/time/spans.js";
import { listSwitches, optionalRelease, toList, toRelease } from "../../read/dialect.js";
import {
  type DatedPart,
  listDatedParts,
  listNamedReleases,
  readDates,
  type Visit,
  type VisitedSpec,
} from "../../read/link-spec.js";
import { type Additions, findAddition } from "../../read/additions.js";
import { placeIn, placeInside, toLocationKey } from "../../read/pointer.js";
import { groupBy, ownEntry } from "../../read/values.js";
import { findUnknown } from "../check-names.js";

export function checkHistory(spec: VisitedSpec, additions: Additions): Problem[] {
  const dated = listDatedParts(spec);
  return [
    ...releasesAscend(spec),
    ...releasesAreListed(spec, dated, additions),
    ...dated.flatMap(partLiesWithinWhole),
    ...dated.flatMap(datesLieWithinLife),
    ...dated.flatMap(switchesAlternate),
    ...spec.visits.flatMap(enumHasValues),
  ];
}

/** A part is not older than its parent, does not outlive the parent, and is added before it is removed. */
function partLiesWithinWhole({ part, place, parent }: DatedPart): Problem[] {
  const { added, removed } = readDates(part);
  const begin = added ?? parent.added;
  const against = (release: Release, end: Release) => ({
    release: formatRelease(release),
    parent: parent.label,
    parentRelease: formatRelease(end),
  });
  const dates = [added, removed].filter((date) => date !== undefined);
  const isLate = (date: Release): boolean =>
    date > parent.removed || (date === parent.removed && date !== removed);
  return [
    ...(added !== undefined && added < parent.added
      ? [report("older-than-parent", against(added, parent.added), placeInside(place, "x-added-in"))]
      : []),
    ...dates.filter(isLate).map((date) => {
      const keyword = date === added ? "x-added-in" : "x-removed-in";
      return report("outlives-parent", against(date, parent.removed), placeInside(place, keyword));
    }),
    ...(removed !== undefined && removed <= begin
      ? [removedBeforeAdded(formatRelease(begin), formatRelease(removed), placeInside(place, "x-removed-in"))]
      : []),
  ];
}

const removedBeforeAdded = (added: string, removed: string, place: SourceLocation): Problem =>
  report("removed-before-added", { added, removed }, place);

/** An annotation names a release in which its part exists. Old shapes are exempt because their dates are clipped. */
function datesLieWithinLife({ part, place, parent }: DatedPart): Problem[] {
  if (place.pointer.includes("/x-was/")) return [];
  const { added = parent.added, removed = parent.removed } = readDates(part);
  return listNamedReleases(part)
    .filter(({ keyword }) => keyword !== "x-added-in" && keyword !== "x-removed-in")
    .filter(({ release }) => release < added || release >= removed)
    .map(({ keyword, text: release, tokens }) =>
      report("outside-life", { keyword, release }, placeInside(place, ...tokens)),
    );
}

/** `x-required-since` and `x-optional-since` alternate, and the last one agrees with `required`. */
function switchesAlternate({ part, place, required }: DatedPart): Problem[] {
  const switches = listSwitches(part);
  return [
    ...switches.filter(({ to }, i) => to === switches[i - 1]?.to).map((each) => ({ ...each, denied: false })),
    ...switches
      .slice(-1)
      .filter(({ to }) => to !== required)
      .map((last) => ({ ...last, denied: true })),
  ].map(({ at, to, denied }) =>
    report(
      "contradicting-switches",
      { release: formatRelease(at), required: to, denied },
      placeInside(place, to ? "x-required-since" : "x-optional-since"),
    ),
  );
}

/** `releases.json`, the eras of `x-was` and the releases beyond the sources are in order. */
const releasesAscend = ({ releases, sources, visits }: VisitedSpec): Problem[] => [
  ...ascend(
    releases.map(({ release }) => release),
    (index) => placeIn("releases.json", "releases", index, "release"),
  ),
  ...visits.flatMap(({ part: { "x-was": eras = [] }, place }) =>
    ascend(
      eras.map(({ until }) => until),
      (index) => placeInside(place, "x-was", index, "until"),
    ),
  ),
  ...toList(sources?.seenBeyond).flatMap(({ from, to }) =>
    toRelease(from) === toRelease(to)
      ? []
      : ascend([from, to], () => placeIn("sources.json", "seenBeyond", "to")),
  ),
];

const ascend = (texts: readonly string[], toPlace: (index: number) => SourceLocation): Problem[] =>
  texts.flatMap((release, index) => {
    const previous = texts[index - 1];
    return previous === undefined || toRelease(previous) < toRelease(release)
      ? []
      : [report("release-order", { release, previous }, toPlace(index))];
  });

/**
 * Annotations and settings name releases in `releases.json`. Shops and examples may use any release. The user's
 * additions may share a release that is not listed: that is one problem.
 */
function releasesAreListed(spec: VisitedSpec, dated: readonly DatedPart[], additions: Additions): Problem[] {
  const listed = spec.releases.map(({ release }) => toRelease(release));
  if (listed.length === 0) return []; // the file is missing or broken, which has been reported
  const settings = spec.subscriptions?.settings ?? [];
  const named = [
    ...dated.flatMap(({ part, place }) =>
      listNamedReleases(part).map(({ text, tokens }) => ({ text, place: placeInside(place, ...tokens) })),
    ),
    ...settings.flatMap(({ added: text }, index) =>
      text === undefined ? [] : [{ text, place: placeIn("subscriptions.json", "settings", index, "added") }],
    ),
  ];
  const unlisted = named
    .filter(({ text }) => !listed.includes(toRelease(text)))
    .map(({ text: release, place }) => {
      const folder = findAddition(place, additions)?.file.slice(0, -place.file.length);
      const problem = report("unlisted-release", { release, file: `${folder ?? ""}releases.json` }, place);
      return { problem, key: folder === undefined ? toLocationKey(place) : release };
    });
  return [...groupBy(unlisted, ({ key }) => key).values()].map(([{ problem }]) => problem);
}

const valueKeywords = [
  "x-enum-added-in",
  "x-enum-removed-in",
  "x-enum-descriptions",
  "x-enum-advice",
] as const;

/** Enum annotations name values of the enum, and the enum has a value in every release. */
function enumHasValues({ part, place, spans }: Visit): Problem[] {
  const { enum: values = [], "x-enum-added-in": added, "x-enum-removed-in": removed = {} } = part;
  const unknown = valueKeywords.flatMap((keyword) =>
    findUnknown(Object.keys(part[keyword] ?? {}), values).map(({ name: value, suggestion }) =>
      report("unknown-enum-value", { keyword, value, suggestion }, placeInside(place, keyword)),
    ),
  );
  const backward = Object.entries(removed).flatMap(([value, gone]) => {
    const came = ownEntry(added, value);
    if (came === undefined || toRelease(came) < toRelease(gone)) return [];
    return [removedBeforeAdded(came, gone, placeInside(place, "x-enum-removed-in", value))];
  });
  const lives = values.map((value) =>
    spanBetween(optionalRelease(ownEntry(added, value)), optionalRelease(ownEntry(removed, value))),
  );
  const [gap] = part.enum && part["x-open"] !== true ? intersect(spans, complement(uniteAll(lives))) : [];
  const release = gap?.from === undefined ? "the first release" : `v${formatRelease(gap.from)}`;
  const empty = gap ? [report("empty-enum", { release }, placeInside(place, "enum"))] : [];
  return [...unknown, ...backward, ...empty];
}
