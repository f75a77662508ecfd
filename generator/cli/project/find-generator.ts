import { readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { PackageManager } from "../../init/package-managers.js";
import { packageRoot, readToolVersion } from "../../package/package-files.js";

/**
 * Where the package manager of a project in `dir` finds this program. A clone is where it is. An installed program is
 * installed as it was here: from the same file, or by its version.
 */
export function findGenerator(dir: string, { folderProtocol }: PackageManager): string {
  const folders = packageRoot.split(sep);
  const depth = folders.indexOf("node_modules");
  if (depth === -1) return `${folderProtocol}${toPathFrom(dir, packageRoot)}`;
  const installed = folders.slice(0, depth).join(sep);
  const given = readDependency(join(installed, "package.json"));
  const [, file] = /^(?:file:)?(.+\.tgz)$/.exec(given) ?? [];
  if (file === undefined || /^https?:/.test(file)) return file ?? `^${readToolVersion()}`;
  return `file:${toPathFrom(dir, resolve(installed, file))}`;
}

const toPathFrom = (dir: string, path: string): string => relative(resolve(dir), path).replaceAll(sep, "/");

/** What a package.json says of where this program comes from. */
function readDependency(path: string): string {
  try {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(path, "utf8")) as Partial<
      Record<"dependencies" | "devDependencies", Record<string, string>>
    >;
    return { ...devDependencies, ...dependencies }["mplus-codegen"] ?? "";
  } catch {
    // It was installed without one, such as globally.
    return "";
  }
}
