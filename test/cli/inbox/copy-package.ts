import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../../generator/contract/package/package-root.js";

/** Lays what is published in a folder of packages, with all packages but those of an inbox; gives the path of the program. */
export function copyPackage(modules: string): string {
  const copied = join(modules, "mplus-codegen");
  mkdirSync(copied);
  const { files } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
    files: string[];
  };
  // What begins with "!" is left out by npm.
  for (const part of [...files.filter((each) => !each.startsWith("!")), "package.json"])
    cpSync(join(packageRoot, part), join(copied, part), { recursive: true });
  const others = readdirSync(join(packageRoot, "node_modules"));
  for (const name of others.filter((each) => !/^(\.|@electric-sql$|pg)/.test(each)))
    symlinkSync(join(packageRoot, "node_modules", name), join(modules, name));
  return join(copied, "dist/main.js");
}
