import { report } from "../../problem/catalogue.js";
import type { Problem } from "../../problem/problem.js";
import type { Shape } from "../dialect.js";
import { listRefs } from "./list-parts.js";

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
