import { lstatSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { report } from "../../problem/catalogue.js";
import { getErrorCode, type Problem } from "../../problem/problem.js";
import { ownSpec } from "../../package/package-files.js";

/** The folder that a call writes to, with the option that names it, and the spec that it reads; left out: our own. */
export interface Folders {
  readonly option: "--out" | "--dir";
  readonly out: string;
  readonly spec?: string | undefined;
}

/** Reports an output folder inside the spec, which the next run would read as spec, or around it, which would move it. */
export function findOverlap({ option, out, spec }: Folders): Problem | undefined {
  const verb = findRelation(out, spec ?? ownSpec);
  const name =
    spec === undefined ? `the spec that comes with mplus-codegen (${ownSpec})` : `the spec folder ${spec}`;
  return verb === undefined ? undefined : report("spec-overlap", { out, verb, spec: name, option });
}

const relations: readonly (readonly [verb: string, applies: (out: string, spec: string) => boolean])[] = [
  ["is", isSame],
  ["is inside", isWithin],
  ["contains", (out, spec) => isWithin(spec, out)],
];

function findRelation(out: string, spec: string): string | undefined {
  try {
    const [outPath, specPath] = [resolveRealPath(resolve(out)), resolveRealPath(resolve(spec))];
    return relations.find(([, applies]) => applies(outPath, specPath))?.[0];
  } catch {
    // Reading the spec or planning the output fails next, for the same reason, and reports it.
    return undefined;
  }
}

/** The real path of a folder, which need not exist yet. */
function resolveRealPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (getErrorCode(error) !== "ENOENT") throw error;
    const isLink = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
    return isLink
      ? resolveRealPath(resolve(dirname(path), readlinkSync(path)))
      : join(resolveRealPath(dirname(path)), basename(path));
  }
}

function isWithin(path: string, folder: string): boolean {
  const parent = dirname(path);
  return isSame(path, folder) || (parent !== path && isWithin(parent, folder));
}

/** A folder can have several real paths: if case makes no difference, or by a mount. */
function isSame(path: string, other: string): boolean {
  const [one, two] = [getIdentity(path), getIdentity(other)];
  return path === other || (one !== undefined && one === two);
}

function getIdentity(path: string): string | undefined {
  const status = statSync(path, { bigint: true, throwIfNoEntry: false });
  return status && `${status.dev}:${status.ino}`;
}
