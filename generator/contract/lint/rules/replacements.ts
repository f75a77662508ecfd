import { report } from "../../../base/problem/catalogue.js";
import { uniqueProblems, type Problem } from "../../../base/problem/problem.js";
import { suggest } from "../../../base/text/words.js";
import { formatRelease, type Release } from "../../../base/time/release.js";
import type { CheckedSpec } from "../../read/checked-spec.js";
import { type Annotations, optionalRelease, type Shape, toList } from "../../read/dialect.js";
import { listObjectEntries, objectPath } from "../../read/files.js";
import {
  type DatedPart,
  listDatedParts,
  readDates,
  type Visit,
  type VisitedSpec,
  type ParentDates,
} from "../../read/link-spec.js";
import { placeInside, splitPointer } from "../../read/pointer.js";
import { collectReachable } from "../../read/values.js";

interface Candidate extends Pick<ParentDates, "added" | "removed"> {
  readonly name: string;
  readonly part: Annotations;
  readonly shape?: Shape | undefined;
  /** Undefined for a property, or for a type that may be on either side. */
  readonly side?: CandidateSide | undefined;
}

type CandidateSide = "carries" | "answers" | "event";

/** Checks that the part in `x-replaced-by` exists in the releases in which it must replace something. */
export function replacementsExist(spec: CheckedSpec & Pick<VisitedSpec, "visits">): Problem[] {
  const { visits } = spec;
  // Included files are checked where they are included, beside the other properties of that object.
  const included = new Set(visits.flatMap(({ file, place }) => (file === place.file ? [] : place.file)));
  const everywhere = listGlobalCandidates(spec, visits);
  const dated = listDatedParts({ ...spec, visits: visits.filter(({ file }) => !included.has(file)) });
  const replaced = dated.flatMap((each) => {
    const name = each.part["x-replaced-by"];
    if (name === undefined) return [];
    const near = [
      ...listNeighbours(each, spec),
      ...everywhere.filter((one) => isOnSide(one, findSide(each))),
    ];
    return [{ each, name, near, found: resolveName(name, near, spec) }];
  });
  const leads = new Map(replaced.map(({ each, found }) => [each.part, found.flatMap(listCandidateParts)]));
  const leadsBack = (candidate: Candidate, part: Annotations): boolean =>
    collectReachable(listCandidateParts(candidate), (from) => leads.get(from) ?? []).has(part);
  const problems = replaced.flatMap(({ each, name, near, found }) => {
    const place = placeInside(each.place, "x-replaced-by");
    const own = [each.part, findEntryObject(each, spec)];
    const isOther = (one: Candidate): boolean => !listCandidateParts(one).some((part) => own.includes(part));
    if (found.length === 0) {
      const suggestion = suggest(name, listSuggestions(name, near.filter(isOther), spec));
      return [report("replacement-unknown", { name, suggestion }, place)];
    }
    const reasons = found
      .filter(isOther)
      .map((one) => (leadsBack(one, each.part) ? "is itself replaced by this" : findReason(one, each)));
    const [reason = "is this part itself"] = reasons;
    return reasons.includes(undefined) ? [] : [report("replacement-astray", { name, reason }, place)];
  });
  return [...uniqueProblems(problems)];
}

const listCandidateParts = ({ part, shape }: Candidate): Annotations[] => [part, ...toList(shape)];

/**
 * The reason why something cannot replace a part; undefined if it can. If the part has no deprecation release, the
 * replacement need only exist by the part's end.
 */
function findReason({ added, removed }: Candidate, { part, parent }: DatedPart): string | undefined {
  const { removed: end = parent.removed } = readDates(part);
  const since = optionalRelease(part["x-deprecated-in"]);
  if (added === inNoRelease) return "is not in a release yet";
  if (added > (since ?? end))
    return `was added in v${formatRelease(added)}, after this was ${since === undefined ? "removed" : "deprecated"} in v${formatRelease(since ?? end)}`;
  return removed < end ? `was removed in v${formatRelease(removed)}` : undefined;
}

const inNoRelease = Infinity as Release;

/** Candidates without a parent: events, their objects, and types. */
const listGlobalCandidates = (spec: CheckedSpec, visits: readonly Visit[]): Candidate[] => [
  ...[...spec.events].map(([name, part]): Candidate => ({ ...toLife(part), name, part, side: "event" })),
  ...listObjectEntries(spec).map(({ event, role, name, part, path }): Candidate => {
    const shape = spec.shapes.get(path);
    const life = toLife(shape ?? {}, toLife(spec.events.get(event ?? "") ?? {}));
    return { ...toLife(part, life), name, part, shape, side: role };
  }),
  ...visits.flatMap(({ part, parent, ...visit }): Candidate[] =>
    part.title === undefined
      ? []
      : [{ ...toLife(part, parent), name: part.title, part, shape: part, side: findSide(visit) }],
  ),
];

const listNeighbours = ({ holder, parent }: DatedPart, spec: CheckedSpec): Candidate[] =>
  holder ? listPropertyCandidates({ ...parent, name: "", part: holder, shape: holder }, spec) : [];

const listPropertyCandidates = ({ shape, ...life }: Candidate, { shapes }: CheckedSpec): Candidate[] =>
  [
    ...collectReachable(toList(shape), ({ $ref = "", anyOf = [], items }) => [
      ...toList(shapes.get($ref)),
      ...anyOf,
      ...toList(items),
    ]),
  ].flatMap(({ properties = {} }) =>
    Object.entries(properties).map(([name, part]) => ({
      ...toLife(shapes.get(part.$ref ?? "") ?? {}, toLife(part, life)),
      name,
      part,
      shape: part,
    })),
  );

function resolveName(name: string, near: readonly Candidate[], spec: CheckedSpec): readonly Candidate[] {
  const [first, ...rest] = name.split(".");
  return rest.reduce(
    (found, token) =>
      found.flatMap((one) => listPropertyCandidates(one, spec)).filter((one) => one.name === token),
    near.filter((one) => one.name === first),
  );
}

function listSuggestions(name: string, near: readonly Candidate[], spec: CheckedSpec): string[] {
  const [way = ""] = /^.*\./.exec(name) ?? [];
  const inside =
    way === ""
      ? near
      : resolveName(way.slice(0, -1), near, spec).flatMap((one) => listPropertyCandidates(one, spec));
  const isType = (one: string): boolean => /^[A-Z]/.test(one);
  return inside.map((one) => way + one.name).filter((known) => isType(known) === isType(name));
}

type Life = Pick<ParentDates, "added" | "removed">;

function toLife(
  part: Annotations,
  parent: Life = { added: -Infinity as Release, removed: Infinity as Release },
): Life {
  const { added = parent.added, removed = parent.removed } = readDates(part);
  const isThere = part["x-planned"] !== true && part["x-seen"] === undefined;
  return {
    added: isThere ? (Math.max(added, parent.added) as Release) : inNoRelease,
    removed: Math.min(removed, parent.removed) as Release,
  };
}

/** A response cannot replace a part of a request. */
function findSide({ place: { file, pointer } }: Pick<DatedPart, "place">): CandidateSide | undefined {
  const [list] = splitPointer(pointer);
  if (list === "carries" || file.startsWith("requests/")) return "carries";
  if (list === "answers" || file.startsWith("responses/")) return "answers";
  return file.startsWith("events/") ? "event" : undefined;
}

const isOnSide = ({ side }: Candidate, wanted: CandidateSide | undefined): boolean =>
  wanted === "event" ? side === "event" : [undefined, wanted, "event"].includes(side) || wanted === undefined;

function findEntryObject(
  { place: { file, pointer } }: DatedPart,
  { shapes }: CheckedSpec,
): Shape | undefined {
  const [role, name = ""] = splitPointer(pointer);
  const isEntry =
    (role === "carries" || role === "answers") && !/^(?:requests|responses|common)\//.test(file);
  return isEntry ? shapes.get(objectPath(role, name)) : undefined;
}
