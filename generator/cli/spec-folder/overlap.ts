import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { report } from "../../problem/catalogue.js";
import type { Problem } from "../../problem/problem.js";
import { resolveRealPath } from "../../write/file-system.js";
import { ownSpec } from "../package-files.js";

/** What a call writes to, by the option that names it, and the spec it reads; left out: our own. */
export interface Folders {
  readonly option: "--out" | "--dir";
  readonly out: string;
  readonly spec?: string | undefined;
}

/** Output that lies in the spec would be read as part of it by the next run; a spec in the output would be moved with it. */
export function findOverlap({ option, out, spec }: Folders): Problem | undefined {
  const verb = findRelation(out, spec ?? ownSpec);
  const name =
    spec === undefined ? `the spec that comes with mplus-codegen (${ownSpec})` : `the spec folder ${spec}`;
  return verb === undefined ? undefined : report("spec-overlap", { out, verb, spec: name, option });
}

const relations: readonly (readonly [string, (out: string, spec: string) => boolean])[] = [
  ["is", isSame],
  ["lies in", isWithin],
  ["holds", (out, spec) => isWithin(spec, out)],
];

function findRelation(out: string, spec: string): string | undefined {
  try {
    const [there, here] = [resolveRealPath(resolve(out)), resolveRealPath(resolve(spec))];
    return relations.find(([, applies]) => applies(there, here))?.[0];
  } catch {
    // Whoever reads the spec or plans the output next meets the same fault, and reports it.
    return undefined;
  }
}

function isWithin(path: string, folder: string): boolean {
  const parent = dirname(path);
  return isSame(path, folder) || (parent !== path && isWithin(parent, folder));
}

/** One folder may have several real paths: where case makes no difference, or by a mount. */
function isSame(path: string, other: string): boolean {
  const [one, two] = [identityOf(path), identityOf(other)];
  return path === other || (one !== undefined && one === two);
}

function identityOf(path: string): string | undefined {
  const status = statSync(path, { bigint: true, throwIfNoEntry: false });
  return status && `${status.dev}:${status.ino}`;
}
