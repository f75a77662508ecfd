import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of the whole repository. */
const repository = join(import.meta.dirname, "../..");

/** Reads a file of the repository. */
export const readText = (path: string): string => readFileSync(join(repository, path), "utf8");

/** Writes a file of the repository. */
export const writeText = (path: string, text: string): void => writeFileSync(join(repository, path), text);

/** Lists every file below a folder of the repository, by its path from the root; what is installed is not ours. */
export function listFiles(folder: string): readonly string[] {
  return readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(repository.length + 1))
    .filter((path) => !path.split("/").includes("node_modules"))
    .sort();
}
