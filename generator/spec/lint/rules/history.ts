import { report } from "../../../problem/catalogue.js";
import type { Place, Problem } from "../../../problem/problem.js";
import type { Annotations, Carried, Shape } from "../../dialect.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { joinPointer } from "../../pointer.js";
import { baseline, byRelease, formatRelease, parseRelease, type Release } from "../../../time/release.js";
import { suggest } from "../../../text/suggest.js";
import { visitEvents, visitShapes, type Holder, type Stretch } from "../visit-shapes.js";

/** `releases.json` ascends. */
export function releasesAscend(spec: LinkedSpec): Problem[] {
  return spec.releases.flatMap(({ release }, index) => {
    const previous = spec.releases[index - 1]?.release;
    const place = { file: "releases.json", pointer: `/releases/${index}/release` };
    return previous !== undefined && toRelease(previous) >= toRelease(release)
      ? [report("release-order", { release, previous }, place)]
      : [];
  });
}

interface Dated {
  readonly part: Annotations & Pick<Carried, "x-required-since" | "x-optional-since">;
  readonly place: Place;
  readonly holder: Holder;
}

const datedParts = (spec: LinkedSpec): Dated[] => [
  ...visitEvents(spec),
  ...[...visitShapes(spec)].map(({ shape, place, holder }) => ({ part: shape, place, holder })),
];

/** An annotation names releases that `releases.json` lists. */
export function releasesAreListed(spec: LinkedSpec): Problem[] {
  if (spec.releases.length === 0) return []; // the file is missing or broken, and that has been said
  const listed = new Set(spec.releases.map(({ release }) => parseRelease(release)));
  return datedParts(spec).flatMap(({ part, place }) =>
    namedReleases(part)
      .filter(({ release }) => !listed.has(toRelease(release)))
      .map(({ release, pointer }) =>
        report("unlisted-release", { release }, { ...place, pointer: place.pointer + pointer }),
      ),
  );
}

/** Every release that the annotations of one part name, and where. */
function namedReleases(part: Dated["part"] & Shape): { release: string; pointer: string }[] {
  const single = (["x-added-in", "x-removed-in", "x-deprecated-in"] as const).flatMap((keyword) => {
    const release = part[keyword];
    return release === undefined ? [] : [{ release, pointer: `/${keyword}` }];
  });
  const lists = (["x-required-since", "x-optional-since"] as const).flatMap((keyword) =>
    listOf(part[keyword]).map((release) => ({ release, pointer: `/${keyword}` })),
  );
  const values = (["x-enum-added-in", "x-enum-removed-in"] as const).flatMap((keyword) =>
    Object.values(part[keyword] ?? {}).map((release) => ({ release, pointer: `/${keyword}` })),
  );
  const notes = (part["x-notes"] ?? []).flatMap(({ since }, index) =>
    since === undefined ? [] : [{ release: since, pointer: `/x-notes/${index}/since` }],
  );
  const eras = (part["x-was"] ?? []).map(({ until }, i) => ({
    release: until,
    pointer: `/x-was/${i}/until`,
  }));
  return [...single, ...lists, ...values, ...notes, ...eras];
}

/** A part is not older than what holds it, does not outlive it, and is added before it is removed. */
export function livesNest(spec: LinkedSpec): Problem[] {
  return datedParts(spec).flatMap(({ part, place, holder }) => {
    const added = optionalRelease(part["x-added-in"]);
    const removed = optionalRelease(part["x-removed-in"]);
    const problems: Problem[] = [];
    if (added !== undefined && holder.added !== undefined && added < holder.added) {
      const params = {
        release: formatRelease(added),
        parent: holder.label,
        parentRelease: formatRelease(holder.added),
      };
      problems.push(
        report("older-than-parent", params, { ...place, pointer: `${place.pointer}/x-added-in` }),
      );
    }
    for (const late of [added, removed]) {
      if (late === undefined || holder.removed === undefined) continue;
      if (late < holder.removed || (late === holder.removed && late === removed)) continue;
      const params = {
        release: formatRelease(late),
        parent: holder.label,
        parentRelease: formatRelease(holder.removed),
      };
      problems.push(report("outlives-parent", params, place));
    }
    if (removed !== undefined && removed <= (added ?? holder.added ?? -1)) {
      const params = {
        added: formatRelease(added ?? holder.added ?? removed),
        removed: formatRelease(removed),
      };
      problems.push(
        report("removed-before-added", params, { ...place, pointer: `${place.pointer}/x-removed-in` }),
      );
    }
    return problems;
  });
}

/** What an annotation dates lies in the life of what it stands on. Inside an old shape it is clipped instead. */
export function datesLieWithin(spec: LinkedSpec): Problem[] {
  const current = datedParts(spec).filter(({ place }) => !place.pointer.includes("/x-was/"));
  return current.flatMap(({ part, place, holder }) => {
    const added = optionalRelease(part["x-added-in"]) ?? holder.added ?? -Infinity;
    const removed = optionalRelease(part["x-removed-in"]) ?? holder.removed ?? Infinity;
    return namedReleases(part)
      .filter(({ pointer }) => pointer !== "/x-added-in" && pointer !== "/x-removed-in")
      .filter(({ release }) => toRelease(release) < added || toRelease(release) >= removed)
      .map(({ release, pointer }) => {
        const keyword = pointer.split("/")[1] ?? "";
        return report("outside-life", { keyword, release }, { ...place, pointer: place.pointer + pointer });
      });
  });
}

/** `x-required-since` and `x-optional-since` alternate, and the last of them agrees with `required`. */
export function switchesAlternate(spec: LinkedSpec): Problem[] {
  const parts = [
    ...[...visitEvents(spec)].map(({ part, place }) => ({ part, place, required: part.required === true })),
    ...[...visitShapes(spec)].map(({ shape, place, owner }) => ({
      part: shape,
      place,
      required: (owner?.required ?? []).some((name) => owner?.properties?.[name] === shape),
    })),
  ];
  return parts.flatMap(({ part, place, required }) => {
    const switches = switchesOf(part);
    const wrong = switches.filter(({ to }, i) => to === switches[i - 1]?.to);
    const last = switches.at(-1);
    if (last && last.to !== required) wrong.push(last);
    return wrong.map(({ at, to }) =>
      report("contradicting-switches", { release: formatRelease(at), required: to }, place),
    );
  });
}

/** The releases at which a property became required (`to: true`) or optional, ascending. */
export function switchesOf(
  part: Pick<Carried, "x-required-since" | "x-optional-since">,
): { at: Release; to: boolean }[] {
  const to = (value: boolean, texts: readonly string[]) =>
    texts.map((text) => ({ at: toRelease(text), to: value }));
  return [...to(true, listOf(part["x-required-since"])), ...to(false, listOf(part["x-optional-since"]))].sort(
    (a, b) => byRelease(a.at, b.at),
  );
}

/** The eras of `x-was` ascend. */
export function erasAscend(spec: LinkedSpec): Problem[] {
  return [...visitShapes(spec)].flatMap(({ shape, place }) => {
    const eras = shape["x-was"] ?? [];
    return eras.flatMap(({ until }, index) => {
      const previous = eras[index - 1]?.until;
      const at = { ...place, pointer: `${place.pointer}/x-was/${index}/until` };
      return previous !== undefined && toRelease(previous) >= toRelease(until)
        ? [report("era-order", { until }, at)]
        : [];
    });
  });
}

/** Enum annotations name values of the enum, and some value exists at every release. */
export function enumsLive(spec: LinkedSpec): Problem[] {
  return [...visitShapes(spec)].flatMap(({ shape, place, stretch }) => [
    ...unknownValues(shape, place),
    ...backwardValues(shape, place),
    ...emptyAt(shape, stretch).map((release) =>
      report("empty-enum", { release }, { ...place, pointer: `${place.pointer}/enum` }),
    ),
  ]);
}

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
        return report("unknown-enum-value", params, { ...place, pointer: `${place.pointer}/${keyword}` });
      }),
  );
}

/** Values that were removed before they were added. */
function backwardValues(shape: Shape, place: Place): Problem[] {
  return Object.entries(shape["x-enum-removed-in"] ?? {}).flatMap(([value, removed]) => {
    const added = Object.entries(shape["x-enum-added-in"] ?? {}).find(([name]) => name === value)?.[1];
    if (added === undefined || toRelease(added) < toRelease(removed)) return [];
    const at = { ...place, pointer: joinPointer(place.pointer, "x-enum-removed-in", value) };
    return [report("removed-before-added", { added, removed }, at)];
  });
}

/** The first moment in the stretch of an enum at which none of its values exists. */
function emptyAt(shape: Shape, { from, until }: Stretch): string[] {
  if (shape.enum === undefined || shape["x-open"] === true) return [];
  const lives = shape.enum.map((value) => ({
    added: ownRelease(shape["x-enum-added-in"], value) ?? baseline,
    removed: ownRelease(shape["x-enum-removed-in"], value) ?? Infinity,
  }));
  const moments = [from, ...lives.map(({ removed }) => removed)].filter((at) => from <= at && at < until);
  const empty = moments.find((at) => !lives.some(({ added, removed }) => added <= at && at < removed));
  if (empty === undefined) return [];
  return [empty === baseline ? "the first release" : `v${formatRelease(empty as Release)}`];
}

/** A value may be called `constructor`, which every object inherits. */
const ownRelease = (lives: Readonly<Record<string, string>> = {}, value: string): Release | undefined =>
  optionalRelease(Object.hasOwn(lives, value) ? lives[value] : undefined);

export const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

const optionalRelease = (text: string | undefined): Release | undefined =>
  text === undefined ? undefined : parseRelease(text);

/** The meta-schema has accepted the text, so it is a release. */
const toRelease = (text: string): Release => parseRelease(text) ?? (0 as Release);
