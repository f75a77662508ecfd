import { report } from "../../../problem/catalogue.js";
import type { Place, Problem } from "../../../problem/problem.js";
import { formatRelease, type Release } from "../../../time/release.js";
import {
  always,
  complement,
  firstIn,
  intersect,
  spanBetween,
  type Spans,
  uniteAll,
} from "../../../time/spans.js";
import { type Annotations, hasType, listSwitches, optionalRelease, toRelease } from "../../dialect.js";
import { envelopePath, listEntries } from "../../files.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { placeIn, placeInside } from "../../pointer.js";
import { ownEntry } from "../../values.js";
import { findUnknown } from "../check-names.js";
import { type Dated, listDated, listReleases, readDates, type Visit, type VisitedSpec } from "../visit.js";

/** What the annotations tell of the past fits together. */
export function checkHistory(spec: VisitedSpec): Problem[] {
  const dated = listDated(spec);
  return [
    ...beyondAscends(spec),
    ...releasesAscend(spec),
    ...releasesAreListed(spec, dated),
    ...dated.flatMap(partLiesWithinWhole),
    ...dated.flatMap(datesLieWithinLife),
    ...dated.flatMap(switchesAlternate),
    ...spec.visits.flatMap(erasAscend),
    ...objectsLiveOnce(spec),
    ...spec.visits.flatMap(enumHasValues),
  ];
}

/** A part is not older than what it belongs to, does not outlive it, and is added before it is removed. */
function partLiesWithinWhole({ part, place, whole }: Dated): Problem[] {
  const { added, removed } = readDates(part);
  const begin = added ?? whole.added;
  const against = (release: Release, end: Release) => ({
    release: formatRelease(release),
    parent: whole.label,
    parentRelease: formatRelease(end),
  });
  const dates = [added, removed].filter((date) => date !== undefined);
  const isLate = (date: Release): boolean =>
    date > whole.removed || (date === whole.removed && date !== removed);
  return [
    ...(added !== undefined && added < whole.added
      ? [report("older-than-parent", against(added, whole.added), placeInside(place, "x-added-in"))]
      : []),
    ...dates.filter(isLate).map((date) => report("outlives-parent", against(date, whole.removed), place)),
    ...(removed !== undefined && removed <= begin
      ? [removedBeforeAdded(formatRelease(begin), formatRelease(removed), placeInside(place, "x-removed-in"))]
      : []),
  ];
}

const removedBeforeAdded = (added: string, removed: string, place: Place): Problem =>
  report("removed-before-added", { added, removed }, place);

/** An annotation dates something while it exists. Inside an old shape, where dates are clipped, it need not. */
function datesLieWithinLife({ part, place, whole }: Dated): Problem[] {
  if (place.pointer.includes("/x-was/")) return [];
  const { added = whole.added, removed = whole.removed } = readDates(part);
  return listReleases(part)
    .filter(({ keyword }) => keyword !== "x-added-in" && keyword !== "x-removed-in")
    .filter(({ release }) => release < added || release >= removed)
    .map(({ keyword, text: release, tokens }) =>
      report("outside-life", { keyword, release }, placeInside(place, ...tokens)),
    );
}

/** `x-required-since` and `x-optional-since` alternate, and the last of them agrees with `required`. */
function switchesAlternate({ part, place, required }: Dated): Problem[] {
  const switches = listSwitches(part);
  return [
    ...switches.filter(({ to }, i) => to === switches[i - 1]?.to),
    ...switches.slice(-1).filter(({ to }) => to !== required),
  ].map(({ at, to }) =>
    report("contradicting-switches", { release: formatRelease(at), required: to }, place),
  );
}

/** The eras of `x-was` ascend. */
const erasAscend = ({ part, place }: Visit): Problem[] =>
  findBackward((part["x-was"] ?? []).map(({ until }) => until)).map(({ release: until, index }) =>
    report("era-order", { until }, placeInside(place, "x-was", index, "until")),
  );

/** `releases.json` ascends. */
const releasesAscend = ({ releases }: LinkedSpec): Problem[] =>
  findBackward(releases.map(({ release }) => release)).map(({ release, previous, index }) =>
    report("release-order", { release, previous }, placeIn("releases.json", "releases", index, "release")),
  );

/** The releases of a list that are not later than the one before them. */
const findBackward = (releases: readonly string[]) =>
  releases
    .map((release, index) => ({ release, index, previous: releases[index - 1] ?? "" }))
    .filter(({ release, index, previous }) => index > 0 && toRelease(previous) >= toRelease(release));

/** An annotation or a setting names a release that `releases.json` lists. A shop may run any other, and so may an example. */
function releasesAreListed(spec: VisitedSpec, dated: readonly Dated[]): Problem[] {
  const listed = spec.releases.map(({ release }) => toRelease(release));
  if (listed.length === 0) return []; // the file is missing or broken, which has been reported
  const settings = spec.subscriptions?.settings ?? [];
  const named = [
    ...dated.flatMap(({ part, place }) =>
      listReleases(part).map(({ text, tokens }) => ({ text, place: placeInside(place, ...tokens) })),
    ),
    ...settings.flatMap(({ added: text }, index) =>
      text === undefined ? [] : [{ text, place: placeIn("subscriptions.json", "settings", index, "added") }],
    ),
  ];
  return named
    .filter(({ text }) => !listed.includes(toRelease(text)))
    .map(({ text: release, place }) => report("unlisted-release", { release }, place));
}

/** What lies beyond the sources begins before it ends. */
function beyondAscends({ sources }: LinkedSpec): Problem[] {
  const beyond = sources?.seenBeyond;
  if (!beyond || toRelease(beyond.from) <= toRelease(beyond.to)) return [];
  const expected = "must be `from` or a later release";
  return [report("invalid-value", { expected }, placeIn("sources.json", "seenBeyond", "to"))];
}

const valueKeywords = [
  "x-enum-added-in",
  "x-enum-removed-in",
  "x-enum-descriptions",
  "x-enum-advice",
] as const;

/** Enum annotations name values of the enum, and some value exists at every release. */
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

/** Something leads to every object throughout one span of releases: a second life would join the shape of the first. */
function objectsLiveOnce(spec: VisitedSpec): Problem[] {
  const leads = new Map<string, readonly Lead[]>();
  for (const lead of listLeads(spec)) leads.set(lead.path, [...(leads.get(lead.path) ?? []), lead]);
  const lives = new Map<string, Spans>();
  /** When something leads to a file. References in a circle, or through too many files, are reported elsewhere. */
  const findLife = (path: string, depth = 0): Spans => {
    const known = depth > deepest ? always : lives.get(path);
    if (known) return known;
    lives.set(path, always);
    const spans = (leads.get(path) ?? []).map((lead) =>
      lead.holder === undefined ? lead.spans : intersect(lead.spans, findLife(lead.holder, depth + 1)),
    );
    const life = uniteAll(spans);
    lives.set(path, life);
    return life;
  };
  return [...spec.shapes].flatMap(([path, shape]) => {
    const [first, second] = hasType(shape, "object") ? findLife(path) : [];
    if (first?.until === undefined || second?.from === undefined) return [];
    const lead = leads.get(path)?.find(({ spans }) => firstIn(spans) === second.from);
    const [gone, again] = [formatRelease(first.until), formatRelease(second.from)];
    return [report("second-life", { title: shape.title ?? path, gone, again }, lead?.place ?? placeIn(path))];
  });
}

const deepest = 100;

/** What leads to a file: an event, the envelope, or a reference of another file. */
interface Lead {
  readonly path: string;
  readonly place: Place;
  readonly spans: Spans;
  /** The file that refers to it. */
  readonly holder?: string;
}

const listLeads = (spec: VisitedSpec): Lead[] => [
  ...(spec.envelope
    ? [{ path: spec.envelope.errorRequest, place: placeIn(envelopePath), spans: always }]
    : []),
  ...listEntries(spec).map(({ event = "", part, path, place }) => ({
    ...{ path, place, spans: intersect(readSpans(spec.events.get(event)), readSpans(part)) },
  })),
  ...spec.visits.flatMap(({ part: { $ref: path }, place, file: holder, spans }) =>
    path === undefined ? [] : [{ path, place, holder, spans }],
  ),
];

function readSpans(part: Annotations = {}): Spans {
  const { added, removed } = readDates(part);
  return part["x-planned"] === true ? [] : spanBetween(added, removed);
}
