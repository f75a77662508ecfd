import { lstatSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome } from "../../problem/problem.js";

/**
 * Finds the spec folder to edit: the one that was named, or that of the checkout around the working folder. The spec of
 * an installed package is refused, because the next install would undo the edit.
 */
export function findEditableSpec(named: string | undefined, from: string): Outcome<string> {
  const folder = named ?? findSpec(resolve(from));
  if (folder === undefined) return failure([report("no-checkout", {})]);
  if (!hasEntry(join(folder, "releases.json"))) {
    return failure([report("spec-unreadable", { path: folder, reason: "it has no releases.json" })]);
  }
  const isInstalled = realpathSync(folder).split(sep).includes("node_modules");
  return isInstalled ? failure([report("installed-spec", { path: folder })]) : success(folder);
}

/** Whether `npm run generate`, called in `from`, generates from this spec: that of a checkout of this tool. */
export function isCheckoutSpec(spec: string, from: string): boolean {
  try {
    const root = findPackage(resolve(from));
    const { name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { name: unknown };
    return name === "mplus-codegen" && realpathSync(join(root, "spec")) === realpathSync(spec);
  } catch {
    return false;
  }
}

/** Finds the folder whose package.json npm uses. */
function findPackage(folder: string): string {
  const parent = dirname(folder);
  return hasEntry(join(folder, "package.json")) || parent === folder ? folder : findPackage(parent);
}

function findSpec(folder: string): string | undefined {
  for (const candidate of [join(folder, "spec"), folder]) {
    if (["releases.json", "envelope.json"].every((name) => hasEntry(join(candidate, name)))) return candidate;
  }
  const parent = dirname(folder);
  return parent === folder ? undefined : findSpec(parent);
}

/** Whether there is anything at a path, even a link that leads nowhere: reading the spec refuses that by name. */
function hasEntry(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
