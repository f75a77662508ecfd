import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../generator/contract/package/package-root.js";

export function linkPackages(folder: string): void {
  linkAll(join(packageRoot, "node_modules"), join(folder, "node_modules"), [".bin"]);
  symlinkSync(packageRoot, join(folder, "node_modules/mplus-codegen"));
  linkAll(join(packageRoot, "node_modules/.bin"), join(folder, "node_modules/.bin"), ["mplus-codegen"]);
  linkProgram(join(folder, "node_modules/.bin"));
}

function linkProgram(folder: string): void {
  symlinkSync(join(packageRoot, "dist/main.js"), join(folder, "mplus-codegen"));
}

function linkAll(from: string, to: string, but: readonly string[] = []): void {
  mkdirSync(to);
  for (const name of readdirSync(from).filter((each) => !but.includes(each)))
    symlinkSync(join(from, name), join(to, name));
}
