import { createHash } from "node:crypto";
import { accessSync, constants, statSync } from "node:fs";
import { basename, dirname, sep } from "node:path";
import { exists, isNotFound, resolveRealPath } from "./file-system.js";

/** Where the output folder really is, and where our temporary files and folders lie during a run. */
export interface Location {
  /** The output folder, with links resolved. */
  readonly out: string;
  /** The folder of our lock and trees: the parent, or the output folder itself where the parent is not writable. */
  readonly workFolder: string;
  /** How our names in the work folder begin. */
  readonly prefix: string;
  /** Whether the output folder may be renamed. */
  readonly isMovable: boolean;
}

/** How our names in the output folder itself begin. */
export const insidePrefix = ".mplus-codegen-";

/** Locates an output folder. The working folder is not movable: the user's shell would be left in a deleted folder. */
export function locateOutput(path: string): Location {
  const out = resolveRealPath(path);
  const parent = dirname(out);
  if (parent === out || (exists(out) && !isWritable(parent))) {
    return { out, workFolder: out, prefix: insidePrefix, isMovable: false };
  }
  const isWorkingFolder = `${process.cwd()}${sep}`.startsWith(`${out}${sep}`);
  const prefix = `.${shorten(basename(out))}${insidePrefix}`;
  return { out, workFolder: parent, prefix, isMovable: !isWorkingFolder };
}

/** Throws if a path goes through a link that leads nowhere: nobody chose to create the folder there. */
export function refuseDanglingLink(path: string): void {
  if (!exists(path)) {
    refuseDanglingLink(dirname(path));
    return;
  }
  try {
    statSync(path);
  } catch (error) {
    throw isNotFound(error) ? new Error("it is a link to nowhere", { cause: error }) : error;
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A file name may have 255 bytes, and ours add to this one. */
const shorten = (name: string): string =>
  Buffer.byteLength(name) <= 150 ? name : createHash("sha256").update(name).digest("hex").slice(0, 32);
