import { report } from "../../problem/catalogue.js";
import type { Problem } from "../../problem/problem.js";
import type { Shape } from "../dialect.js";
import { objectPath, readObjectLists, type SpecFiles } from "../files.js";

/** A shape that another one holds directly. */
export interface Part {
  readonly role: "property" | "item" | "alternative" | "era";
  readonly shape: Shape;
  /** The tokens of its pointer, from the shape that holds it. */
  readonly tokens: readonly (string | number)[];
}

/** The shapes that a shape holds directly; a `$ref` is not followed. */
export const listParts = ({ properties = {}, items, anyOf = [], "x-was": eras = [] }: Shape): Part[] => [
  ...Object.entries(properties).map(([name, shape]) => part("property", shape, "properties", name)),
  ...(items ? [part("item", items, "items")] : []),
  ...anyOf.map((shape, index) => part("alternative", shape, "anyOf", index)),
  ...eras.map(({ schema }, index) => part("era", schema, "x-was", index, "schema")),
];

const part = (role: Part["role"], shape: Shape, ...tokens: Part["tokens"]): Part => ({ role, shape, tokens });

/** The files that a shape refers to, itself or in its parts. */
const listRefs = (shape: Shape): readonly string[] => [
  ...(shape.$ref === undefined ? [] : [shape.$ref]),
  ...listParts(shape).flatMap(({ shape: inner }) => listRefs(inner)),
];

/** Files that describe the type of a value: those of what we receive, and those of what we answer. */
export type UsedTypes = Readonly<Record<"requests" | "responses", ReadonlySet<string>>>;

/** The files that the events and the envelope lead to on each side, reference by reference. */
export function findUsedTypes(files: SpecFiles, shapes: ReadonlyMap<string, Shape>): UsedTypes {
  const lists = readObjectLists(files);
  const listed = (role: "carries" | "answers"): string[] =>
    lists.flatMap((list) => Object.keys(list[role]).map((name) => objectPath(role, name)));
  const errorRequest = files.envelope ? [files.envelope.errorRequest] : [];
  return {
    requests: reach([...errorRequest, ...listed("carries")], shapes),
    responses: reach(listed("answers"), shapes),
  };
}

function reach(roots: readonly string[], shapes: ReadonlyMap<string, Shape>): ReadonlySet<string> {
  const found = new Set(roots.filter((path) => shapes.has(path)));
  // The set grows while it is walked.
  for (const path of found) {
    const refs = listRefs(shapes.get(path) ?? {});
    refs.filter((ref) => shapes.has(ref)).forEach((ref) => found.add(ref));
  }
  return found;
}

/** How many files may refer to one another in a row: later phases follow references by recursion. */
const depthLimit = 100;

/** References that lead back to where they came from, or through too many files. */
export function findCycles(shapes: ReadonlyMap<string, Shape>): Problem[] {
  const problems: Problem[] = [];
  const depths = new Map<string, number>();
  const follow = (path: string, trail: readonly string[]): number => {
    if (trail.includes(path)) {
      const circle = [...trail.slice(trail.indexOf(path)), path];
      problems.push(report("cyclic-ref", { path: circle }, { file: trail.at(-1) ?? path, pointer: "" }));
      return 0;
    }
    if (trail.length >= depthLimit) return depthLimit;
    const shape = shapes.get(path);
    const known = shape ? depths.get(path) : 0;
    if (!shape || known !== undefined) return known ?? 0;
    const below = listRefs(shape).map((ref) => follow(ref, [...trail, path]));
    const depth = below.reduce((deepest, each) => Math.max(deepest, each), 0) + 1;
    depths.set(path, depth);
    return depth;
  };
  const deep = [...shapes.keys()].filter((path) => follow(path, []) > depthLimit);
  // One report is enough: every file that leads to this one is too deep as well.
  const first = deep
    .slice(0, 1)
    .map((file) => report("json-depth", { limit: depthLimit }, { file, pointer: "" }));
  return [...problems, ...first];
}
