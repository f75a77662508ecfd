import { readFileSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";

/** The folder of the whole repository. */
const repository = join(import.meta.dirname, "../..");

/** Reads a file of the repository. */
export const readText = (path: string): string => readFileSync(join(repository, path), "utf8");

/** Lists every file below a folder of the repository, by its path from the root; what is installed is not ours. */
export function listFiles(folder: string): readonly string[] {
  return readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(repository.length + 1))
    .filter((path) => !path.split("/").includes("node_modules"))
    .sort();
}

/** Whether a file is written by hand and run, shown or filled in; data is not. */
export const isCode = (path: string): boolean => /\.(?:[cm]?[jt]s|css|hbs)$/.test(path);

/** Counts all lines of a file, blank ones and comments too. */
export const countLines = (path: string): number => readText(path).trimEnd().split("\n").length;

/** Counts the files that lie in each folder itself, not in a folder below it. */
export function countByFolder(paths: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const folder of paths.map((path) => posix.dirname(path)))
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  return counts;
}
