import { dropArrays } from "../../spec/values.js";

/** The steps on the way to what rows above named, by the name of what comes then. */
export type Ways = ReadonlyMap<string, readonly string[]>;

/** What the names in the rows of a section are resolved by. */
export interface PathContext {
  /** The object of the section. */
  readonly object: string;
  /** The objects of all sections of this side. */
  readonly objects: ReadonlySet<string>;
  /** Of the rows above in the same section. */
  readonly ways: Ways;
}

/** No path of a body is as long as this. */
const longest = 1000;

/**
 * The path from the root of the body of a name in a row. It may begin at the root, with the object of its section or of another one, or
 * at a step of a row above it. Any other is a property of the object of its section.
 */
export function resolvePath(name: string, { object, objects, ways }: PathContext): string {
  const [first = "", ...rest] = name.split(".").map(dropArrays);
  if (first === object) return name;
  const way = rest.length > 0 ? ways.get(first) : undefined;
  const path = way && [...way, name].join(".");
  if (path !== undefined && path.length <= longest) return path;
  return rest.length > 0 && objects.has(first) ? name : `${object}.${name}`;
}

/** Lists the way to each step of a path. */
export const listWays = (path: string): readonly (readonly [string, readonly string[]])[] =>
  path.split(".").map((step, i, steps) => [dropArrays(step), steps.slice(0, i)]);

/** Paths, and what is on the way to them, by their last name, and then without marks of arrays. */
export type NamedPaths = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Indexes paths by all names in them. */
export function indexPaths(paths: readonly string[]): NamedPaths {
  const named = new Map<string, Map<string, string>>();
  for (const path of paths) {
    const steps = path.split(".");
    for (const [i, step] of steps.entries()) {
      const found = steps.slice(0, i + 1).join(".");
      const same = named.get(dropArrays(step)) ?? new Map<string, string>();
      named.set(dropArrays(step), same.set(dropArrays(found), found));
    }
  }
  return named;
}

/** The paths that end with a name, which may have several steps. */
export function findNamed(name: string, paths: NamedPaths): readonly string[] {
  const wanted = dropArrays(name);
  const last = wanted.slice(wanted.lastIndexOf(".") + 1);
  return [...(paths.get(last) ?? [])]
    .filter(([found]) => `.${found}`.endsWith(`.${wanted}`))
    .map(([, path]) => path);
}
