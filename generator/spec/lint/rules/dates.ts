import type { Place } from "../../../problem/problem.js";
import type { Annotations, Carried, Shape } from "../../dialect.js";
import { visitEvents } from "../visit-events.js";
import type { Whole, VisitedSpec } from "../visit-shapes.js";
import { toList } from "../../switches.js";

/** Something that annotations may date: a shape, an event, or an object that an event lists. */
export interface Dated {
  readonly part: Annotations & Pick<Carried, "x-required-since" | "x-optional-since">;
  readonly place: Place;
  readonly whole: Whole;
}

/** Everything in a spec that annotations may date. */
export const listDated = (spec: VisitedSpec): Dated[] => [
  ...visitEvents(spec),
  ...spec.visits.map(({ shape, place, whole }) => ({ part: shape, place, whole })),
];

/** A release that an annotation names, and the way to it from what the annotation stands on. */
interface NamedRelease {
  readonly release: string;
  readonly tokens: readonly [keyword: string, ...(string | number)[]];
}

/** Every release that the annotations of one part name. */
export function listReleases(part: Dated["part"] & Shape): NamedRelease[] {
  const single = (["x-added-in", "x-removed-in", "x-deprecated-in"] as const).flatMap((keyword) => {
    const release = part[keyword];
    return release === undefined ? [] : [named(release, keyword)];
  });
  const lists = (["x-required-since", "x-optional-since"] as const).flatMap((keyword) =>
    toList(part[keyword]).map((release) => named(release, keyword)),
  );
  const values = (["x-enum-added-in", "x-enum-removed-in"] as const).flatMap((keyword) =>
    Object.values(part[keyword] ?? {}).map((release) => named(release, keyword)),
  );
  const notes = (part["x-notes"] ?? []).flatMap(({ since }, index) =>
    since === undefined ? [] : [named(since, "x-notes", index, "since")],
  );
  const eras = (part["x-was"] ?? []).map(({ until }, index) => named(until, "x-was", index, "until"));
  return [...single, ...lists, ...values, ...notes, ...eras];
}

const named = (release: string, ...tokens: NamedRelease["tokens"]): NamedRelease => ({ release, tokens });
