import { lstatSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome } from "../../problem/problem.js";

/**
 * The spec folder that a maintainer may edit: the one he names, or that of the checkout he stands in. One that a
 * package manager put there is nobody's to edit: the next install would undo it.
 */
export function findEditableSpec(named: string | undefined, from: string): Outcome<string> {
  const folder = named ?? nearestSpec(resolve(from));
  if (folder === undefined) return failure([report("no-checkout", {})]);
  if (!isThere(join(folder, "releases.json"))) {
    return failure([report("spec-unreadable", { path: folder, reason: "it has no releases.json" })]);
  }
  const isInstalled = realpathSync(folder).split(sep).includes("node_modules");
  return isInstalled ? failure([report("installed-spec", { path: folder })]) : success(folder);
}

/** Whether `npm run generate`, called from here, generates from this spec: that of the checkout of this tool. */
export function isOfCheckout(spec: string, from: string): boolean {
  try {
    const root = nearestPackage(resolve(from));
    const { name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { name: unknown };
    return name === "mplus-codegen" && realpathSync(join(root, "spec")) === realpathSync(spec);
  } catch {
    return false;
  }
}

/** Where npm finds the scripts of whoever stands in a folder. */
function nearestPackage(folder: string): string {
  const parent = dirname(folder);
  return isThere(join(folder, "package.json")) || parent === folder ? folder : nearestPackage(parent);
}

function nearestSpec(folder: string): string | undefined {
  for (const candidate of [join(folder, "spec"), folder]) {
    if (["releases.json", "envelope.json"].every((name) => isThere(join(candidate, name)))) return candidate;
  }
  const parent = dirname(folder);
  return parent === folder ? undefined : nearestSpec(parent);
}

/** Be it a link to nowhere: whoever reads the spec refuses that by name. */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
