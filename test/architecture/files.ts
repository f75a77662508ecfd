import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const repository = join(import.meta.dirname, "../..");

export const readText = (path: string): string => readFileSync(join(repository, path), "utf8");

export const writeText = (path: string, text: string): void => writeFileSync(join(repository, path), text);

/** Repository paths, without those of installed packages. */
export function listFiles(folder: string): readonly string[] {
  return readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(repository.length + 1))
    .filter((path) => !path.split("/").includes("node_modules"))
    .sort();
}
