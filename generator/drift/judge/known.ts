import type { EventModel, Model, PropertyModel, ReleaseModel, TypeModel } from "../../model/model.js";
import {
  createPaths,
  groupByPath,
  newestType,
  type BodyProperty,
  type BodyPropertyGroup,
} from "../../model/paths.js";
import { baseline, formatRelease, type Release } from "../../time/release.js";
import { firstIn } from "../../time/spans.js";
import { toKey, type Subject } from "../claim.js";

/** What the spec has, to be found as sources name it. */
export interface Known {
  readonly model: Model;
  /** Every part of a body, each path once. */
  readonly parts: readonly BodyPropertyGroup[];
  readonly findPart: (subject: Subject) => BodyPropertyGroup | undefined;
  readonly findEvent: (name: string) => EventModel | undefined;
  readonly findRelease: (release: string) => ReleaseModel | undefined;
}

/** Indexes a model. */
export function indexModel(model: Model): Known {
  const paths = createPaths(model);
  const properties = [...paths.properties, ...paths.errorRequest];
  const parts = groupByPath(properties);
  const byNames = new Map<string, BodyProperty[]>();
  for (const property of properties) {
    const key = toKey({ side: property.direction, path: property.path });
    const known = byNames.get(key);
    if (known) known.push(property);
    else byNames.set(key, [property]);
  }
  return {
    model,
    parts,
    findPart: ({ side, path, events }) => {
      const found = byNames.get(toKey({ side, path })) ?? [];
      const [first, ...rest] = events ? found.flatMap((part) => ofEvents(part, events)) : found;
      return first && [first, ...rest];
    },
    findEvent: (name) => model.events.find((event) => event.name === name),
    findRelease: (text) => model.releases.find(({ release }) => formatRelease(release) === text),
  };
}

/** A part as some of its events have it; nothing if none of these does. */
function ofEvents(part: BodyProperty, asked: readonly string[]): BodyProperty[] {
  const events = part.events.filter((event) => asked.includes(event));
  return events.length === 0 ? [] : [{ ...part, events }];
}

/** The release with which a part came, wherever it came first: the latest of the parts that it is in. */
export function findSince(group: BodyPropertyGroup): Release {
  const since = group.map(({ chain }) => Math.max(baseline, ...chain.flatMap(listStarts)));
  return Math.min(...since) as Release;
}

/** The releases that a part itself came with, whatever it is in. */
export const listStarts = (property: PropertyModel): readonly Release[] =>
  [property.exists, ...newestType(property).map(({ exists }) => exists)].flatMap(
    (spans) => firstIn(spans) ?? [],
  );

/** What a part holds, in whichever event: the newest types of all of them. */
export const listTypes = (group: BodyPropertyGroup): TypeModel =>
  [...new Set(group.map(({ model }) => model))].flatMap(newestType);

/** Whether a path names as array what is one, and nothing else. */
export const marksArrays = (path: string, { chain }: BodyProperty): boolean =>
  path.split(".").every((step, i, { length }) => {
    const property = chain[i];
    if (!property || (i === length - 1 && !step.endsWith("[]"))) return true;
    const wanted = step.endsWith("[]") ? "array" : "object";
    return newestType(property).some(({ kind }) => kind.kind === wanted);
  });
