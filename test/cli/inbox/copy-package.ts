import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../../generator/contract/package/package-root.js";

/**
 * Copies the published files into a folder of packages, without the packages that an inbox requires. Returns the
 * program's path.
 */
export function copyPackage(modules: string): string {
  const copied = join(modules, "mplus-codegen");
  mkdirSync(copied);
  const { files } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
    files: string[];
  };
  // npm excludes patterns that begin with "!".
  for (const part of [...files.filter((each) => !each.startsWith("!")), "package.json"])
    cpSync(join(packageRoot, part), join(copied, part), { recursive: true });
  const others = readdirSync(join(packageRoot, "node_modules"));
  for (const name of others.filter((each) => !/^(\.|@electric-sql$|pg)/.test(each)))
    symlinkSync(join(packageRoot, "node_modules", name), join(modules, name));
  return join(copied, "dist/main.js");
}
