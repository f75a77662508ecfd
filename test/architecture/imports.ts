import { posix } from "node:path";
import { readText } from "./files.js";

/** An import of a file or package, including type imports. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/** Static imports at the start of a line, as prettier writes them, and dynamic imports. */
const importForms =
  /^(?:import|export)\s[^;]*?\bfrom "([^"\n]+)"|^import "([^"\n]+)"|\bimport\(\s*"([^"\n]+)"\s*\)/gm;

export function listImports(paths: readonly string[]): readonly Import[] {
  return paths
    .filter((path) => /\.(?:[cm]?[jt]s|hbs)$/.test(path))
    .flatMap((from) =>
      [...readText(from).matchAll(importForms)].map(([, named, bare, late]) => ({
        from,
        to: named ?? bare ?? late ?? "",
      })),
    );
}

/** Keeps imports of known files; templates also import files that exist only in the output. */
export function findEdges(imports: readonly Import[], paths: readonly string[]): readonly Import[] {
  const known = new Set(paths);
  return imports.flatMap(({ from, to }) => {
    if (!to.startsWith(".")) return [];
    const path = posix.join(posix.dirname(from), to);
    const sources = [path, path.replace(/\.([cm]?)js$/, ".$1ts"), path.replace(/\.js$/, ".hbs")];
    const file = sources.find((each) => known.has(each));
    return file === undefined ? [] : [{ from, to: file }];
  });
}

export function findCircles(edges: readonly Import[]): readonly (readonly string[])[] {
  const imported = new Map<string, string[]>();
  for (const { from, to } of edges) imported.set(from, [...(imported.get(from) ?? []), to]);
  const circles: (readonly string[])[] = [];
  const done = new Set<string>();
  const follow = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file]);
    if (trail.includes(file) || done.has(file)) return;
    for (const to of imported.get(file) ?? []) follow(to, [...trail, file]);
    done.add(file);
  };
  for (const file of imported.keys()) follow(file, []);
  return circles;
}

/** Each folder ends in a slash. */
export const listParents = (path: string): readonly string[] =>
  [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1));

/** Returns the direct child of `parent` that is, or contains, this path. Folders end in a slash. */
export function findChild(parent: string, path: string): string | undefined {
  if (!path.startsWith(parent)) return undefined;
  const [first = "", ...rest] = path.slice(parent.length).split("/");
  return `${parent}${first}${rest.length > 0 ? "/" : ""}`;
}
