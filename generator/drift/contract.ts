import type {
  Direction,
  EnumModel,
  Exclusion,
  KindModel,
  Model,
  PropertyModel,
  TypeModel,
} from "../contract/model/model.js";
import { errorRequestName } from "../contract/read/files.js";
import { typeAt } from "../contract/lattice/snapshot.js";
import {
  type BodyPropertyGroup,
  createPaths,
  groupByPath,
  listAlternatives,
  type Paths,
  splitPath,
} from "../contract/model/paths.js";
import { groupBy } from "../contract/read/values.js";
import { baseline, type Release } from "../base/time/release.js";
import { existsAt, addedIn } from "../base/time/spans.js";
import { toArrayType } from "./property-table.js";
import type { RowType, SpecSubject } from "./source-content.js";

/** An object at the top of a body that a section or table describes. */
export interface Root extends SpecSubject {
  readonly side: Direction;
}

/** Later than every release. */
export const today = Number.MAX_SAFE_INTEGER as Release;

export interface Contract {
  readonly model: Model;
  readonly paths: Paths;
  readonly parts: readonly BodyPropertyGroup[];
  readonly roots: readonly Root[];
  readonly find: (subject: SpecSubject) => BodyPropertyGroup | undefined;
  /** False for releases, which are not parts. */
  readonly has: (subject: SpecSubject) => boolean;
  readonly named: (name: string) => readonly SpecSubject[];
}

export function indexContract(model: Model): Contract {
  const paths = createPaths(model);
  const parts = groupByPath([...paths.properties, ...paths.errorRequest]);
  const byLast = groupBy(parts, ([{ names: steps }]) => steps.at(-1) ?? "");
  const named = (name: string): readonly SpecSubject[] => {
    const names = splitPath(name);
    const steps = `.${names.join(".")}`;
    const ending = (byLast.get(names.at(-1) ?? "") ?? []).filter(([part]) =>
      `.${part.names.join(".")}`.endsWith(steps),
    );
    return ending.map(([part]) => ({ side: part.direction, path: part.path }));
  };
  const find: Contract["find"] = ({ side, path }) => {
    if (side !== "request" && side !== "response") return undefined;
    const at = { direction: side, path };
    // Parts of events come before parts of the error request with the same name.
    const inError = side === "request" ? paths.at({ ...at, event: errorRequestName }) : [];
    const [first, ...rest] = [...paths.at(at), ...inError];
    return first && [first, ...rest];
  };
  return {
    model,
    paths,
    parts,
    roots: parts.flatMap(([{ direction: side, path, names: steps }]) =>
      steps.length === 1 ? { side, path } : [],
    ),
    find,
    has: (subject) =>
      subject.side === "event"
        ? model.events.some(({ name }) => name === subject.path)
        : find(subject) !== undefined,
    named,
  };
}

/** Explains why a part is not in the contract: it or its parent is planned, or was seen but is not documented for the POS. */
export const findAside = ([{ chain }]: BodyPropertyGroup): Exclusion | undefined =>
  chain.flatMap(({ exclusion }) => exclusion ?? [])[0];

/** `x-seen` names the source, usually followed by a release. */
export const isNameOfSource = (where: string, seenAs: string | undefined): boolean =>
  seenAs !== undefined && (where === seenAs || where.startsWith(`${seenAs} `));

/** True if a part was only seen in this source. */
export const isSeenIn = (aside: Exclusion | undefined, seenAs: string | undefined): boolean =>
  aside?.kind === "seen" && isNameOfSource(aside.where, seenAs);

/**
 * The first release that has the part anywhere, or its first `steps` parents. A part exists only together with all
 * its parents.
 */
export const findSince = (group: BodyPropertyGroup, steps?: number): Release =>
  Math.min(
    ...group.map(({ chain }) => Math.max(baseline, ...chain.slice(0, steps).flatMap(listStartReleases))),
  ) as Release;

/** Ignores the part's parents. */
const listStartReleases = (part: PropertyModel): readonly Release[] =>
  [part, ...(part.eras[0]?.type ?? [])].flatMap(({ exists }) => addedIn(exists) ?? []);

/** The part with its parents, in the events that have it. Undefined if none has it. */
export function findAtRelease(
  group: BodyPropertyGroup,
  at: Release,
  { model }: Contract,
): BodyPropertyGroup | undefined {
  const others = new Set(model.events.flatMap(({ name, exists }) => (existsAt(exists, at) ? [] : name)));
  const isThere = (part: PropertyModel): boolean =>
    existsAt(part.exists, at) && typeAt(part, at).some(({ exists }) => existsAt(exists, at));
  const [first, ...rest] = group
    .filter(({ chain }) => chain.every(isThere))
    .map((part) => ({ ...part, events: part.events.filter((name) => !others.has(name)) }))
    .filter(({ events }) => events.length > 0);
  return first && [first, ...rest];
}

const listTypesAt = (group: BodyPropertyGroup, at: Release): TypeModel =>
  [...new Set(group.map(({ model }) => model))].flatMap((model) => typeAt(model, at));

export const findEnum = (group: BodyPropertyGroup, at: Release): EnumModel | undefined =>
  listAlternatives(listTypesAt(group, at)).flatMap(({ kind }) =>
    kind.kind === "string" ? (kind.enum ?? []) : [],
  )[0];

/** All types in the contract except null. */
export const listRowTypes = (group: BodyPropertyGroup, at: Release): readonly RowType[] => [
  ...new Set(listTypesAt(group, at).flatMap(({ kind }) => toRowTypes(kind))),
];

function toRowTypes(kind: KindModel): readonly RowType[] {
  if (kind.kind === "null") return [];
  if (kind.kind === "number") return [kind.level === "number" ? "number" : "integer"];
  if (kind.kind === "array") return kind.items.flatMap((item) => toRowTypes(item.kind)).map(toArrayType);
  if (kind.kind !== "string") return [kind.kind];
  const format = kind.format ?? kind.formatHint;
  return [format === "uuid" || format === "date" || format === "date-time" ? format : "string"];
}
