import type { Aside, Direction, EnumModel, Model, PropertyModel, TypeModel } from "../model/model.js";
import { errorRequestName } from "../spec/files.js";
import {
  createPaths,
  groupByPath,
  listAlternatives,
  newestType,
  splitPath,
  type BodyPropertyGroup,
  type Paths,
} from "../model/paths.js";
import type { NamesFile } from "../spec/dialect.js";
import { dropArrays, groupBy } from "../spec/values.js";
import { baseline, type Release } from "../time/release.js";
import { firstIn } from "../time/spans.js";
import type { Subject } from "./row.js";

/** An object at the root of a body, which a section or a table describes. */
export interface Root {
  readonly side: Direction;
  readonly object: string;
}

/** The contract, to be found as sources name it. */
export interface Contract {
  readonly model: Model;
  readonly paths: Paths;
  /** Every part of a body, each path once. */
  readonly parts: readonly BodyPropertyGroup[];
  /** What stands at the roots of bodies. */
  readonly roots: readonly Root[];
  /** The part that a subject is, in however many events. */
  readonly find: (subject: Subject) => BodyPropertyGroup | undefined;
  /** Whether it has a part or an event; releases are no parts of it. */
  readonly has: (subject: Subject) => boolean;
  /** The parts whose path ends with the names of a path, or that the spec says are called so in prose. */
  readonly named: (name: string) => readonly Subject[];
}

/** Indexes a model by its paths, and by the names that people give to parts in prose. */
export function indexContract(model: Model, { names }: NamesFile): Contract {
  const paths = createPaths(model);
  const parts = groupByPath([...paths.properties, ...paths.errorRequest]);
  const called = new Map(
    names.flatMap(({ called: words, parts: named }) => words.map((word) => [word, named.map(toSubject)])),
  );
  const byLast = groupBy(parts, ([{ names: steps }]) => steps.at(-1) ?? "");
  const found = new Map<string, readonly Subject[]>();
  const look = (name: string): readonly Subject[] => {
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
    roots: parts.flatMap(([{ direction, path, names: steps }]) =>
      steps.length === 1 ? { side: direction, object: path } : [],
    ),
    find,
    has: (subject) =>
      subject.side === "event"
        ? model.events.some(({ name }) => name === subject.path)
        : find(subject) !== undefined,
    named: (name) => {
      const word = called.get(name.toLowerCase());
      if (word || name.includes(" ")) return word ?? [];
      const subjects = found.get(name) ?? look(name);
      if (subjects.length > 0) found.set(name, subjects);
      return subjects;
    },
  };
}

function toSubject(text: string): Subject {
  const [side = "", path = ""] = text.split(" ");
  return { side: side as Direction, path };
}

/** What keeps a part out of the contract: that it, or what holds it, is planned, or was only seen somewhere. */
export const findAside = ([{ chain }]: BodyPropertyGroup): Aside | undefined =>
  chain.flatMap(({ aside }) => aside ?? [])[0];

/** Whether `x-seen` means a source: it names the source, and mostly a release of it. */
export const isNamedAs = (where: string, seenAs: string | undefined): boolean =>
  seenAs !== undefined && (where === seenAs || where.startsWith(`${seenAs} `));

/** Whether a part was only seen, and in the source that `x-seen` names so. */
export const isSeenThere = (aside: Aside | undefined, seenAs: string | undefined): boolean =>
  aside?.kind === "seen" && isNamedAs(aside.where, seenAs);

/** The release with which a part came, wherever it came first: the latest of the parts that it is in. */
export const findSince = (group: BodyPropertyGroup): Release =>
  Math.min(...group.map(({ chain }) => Math.max(baseline, ...chain.flatMap(listStarts)))) as Release;

/** The releases that a part itself came with, whatever it is in. */
export const listStarts = (property: PropertyModel): readonly Release[] =>
  [property.exists, ...newestType(property).map(({ exists }) => exists)].flatMap(
    (spans) => firstIn(spans) ?? [],
  );

/** What a part holds, in whichever event: the newest types of all of them. */
export const listTypes = (group: BodyPropertyGroup): TypeModel =>
  [...new Set(group.map(({ model }) => model))].flatMap(newestType);

/** The enum that a part holds, alone or in an array. */
export const findEnum = (group: BodyPropertyGroup): EnumModel | undefined =>
  listAlternatives(listTypes(group)).flatMap(({ kind }) =>
    kind.kind === "string" ? (kind.enum ?? []) : [],
  )[0];

/** Whether a path names as array what is one, and nothing else. */
export const marksArrays = (path: string, [{ chain }]: BodyPropertyGroup): boolean =>
  path.split(".").every((step, i, { length }) => {
    const property = chain[i];
    const isMarked = step !== dropArrays(step);
    if (!property || (i === length - 1 && !isMarked)) return true;
    return newestType(property).some(({ kind }) => kind.kind === (isMarked ? "array" : "object"));
  });
