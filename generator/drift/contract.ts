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

/** An object at the root of a body, which a section or a table describes. */
export interface Root extends SpecSubject {
  readonly side: Direction;
}

/** Later than every release. */
export const today = Number.MAX_SAFE_INTEGER as Release;

/** The contract, to be found as sources name it. */
export interface Contract {
  readonly model: Model;
  readonly paths: Paths;
  /** Every part of a body, each path once. */
  readonly parts: readonly BodyPropertyGroup[];
  /** The parts at the roots of bodies. */
  readonly roots: readonly Root[];
  /** The part that a subject is, in however many events. */
  readonly find: (subject: SpecSubject) => BodyPropertyGroup | undefined;
  /** Whether it has a part or an event; releases are no parts of it. */
  readonly has: (subject: SpecSubject) => boolean;
  /** The parts whose path ends with the names of a path. */
  readonly named: (name: string) => readonly SpecSubject[];
}

/** Indexes a model by its paths, and by the ends of these. */
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
    // What an event carries comes before what the error request has under the same name.
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

/** What keeps a part out of the contract: that it, or what holds it, is planned, or was only seen somewhere. */
export const findAside = ([{ chain }]: BodyPropertyGroup): Exclusion | undefined =>
  chain.flatMap(({ exclusion }) => exclusion ?? [])[0];

/** Whether `x-seen` means a source: it names the source, and mostly a release of it. */
export const isNameOfSource = (where: string, seenAs: string | undefined): boolean =>
  seenAs !== undefined && (where === seenAs || where.startsWith(`${seenAs} `));

/** Whether a part was only seen, and in the source that `x-seen` names so. */
export const isSeenIn = (aside: Exclusion | undefined, seenAs: string | undefined): boolean =>
  aside?.kind === "seen" && isNameOfSource(aside.where, seenAs);

/** The release with which a part came, wherever it came first: the latest of the parts that it is in. */
export const findSince = (group: BodyPropertyGroup): Release =>
  Math.min(...group.map(({ chain }) => Math.max(baseline, ...chain.flatMap(listStartReleases)))) as Release;

/** The releases that a part itself came with, whatever it is in. */
export const listStartReleases = (part: PropertyModel): readonly Release[] =>
  [part, ...(part.eras[0]?.type ?? [])].flatMap(({ exists }) => addedIn(exists) ?? []);

/** A part as those events have it that have it at a release, with all that it is in; undefined if none has it. */
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

/** The types of a part at a release, in whichever event. */
const listTypesAt = (group: BodyPropertyGroup, at: Release): TypeModel =>
  [...new Set(group.map(({ model }) => model))].flatMap((model) => typeAt(model, at));

/** The enum that a part holds at a release, alone or in an array. */
export const findEnum = (group: BodyPropertyGroup, at: Release): EnumModel | undefined =>
  listAlternatives(listTypesAt(group, at)).flatMap(({ kind }) =>
    kind.kind === "string" ? (kind.enum ?? []) : [],
  )[0];

/** The types that a part has in the contract, beside null. */
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
