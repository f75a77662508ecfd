import { createHash } from "node:crypto";
import { accessSync, constants, lstatSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";

/** Where the output folder really is, and where our temporary things lie meanwhile. */
export interface Place {
  /** The folder itself: a link to it that the user chose is followed once, here. */
  readonly out: string;
  /** The folder of our lock and trees: the one above, or the output folder where nobody may write above it. */
  readonly desk: string;
  /** How the names of our things on the desk begin. */
  readonly prefix: string;
  /** Whether the folder may be put in another's place. */
  readonly isMovable: boolean;
}

/** How the names of our things in the output folder itself begin. */
export const insidePrefix = ".mplus-codegen-";

/**
 * Finds the place of an output folder. One that somebody stands in is not moved: the shell that called us would
 * be left in a folder that is gone.
 */
export function findPlace(path: string): Place {
  const out = realPathOf(path);
  const parent = dirname(out);
  if (parent === out || (exists(out) && !isWritable(parent))) {
    return { out, desk: out, prefix: insidePrefix, isMovable: false };
  }
  const isStoodIn = `${process.cwd()}${sep}`.startsWith(`${out}${sep}`);
  return { out, desk: parent, prefix: `.${shorten(basename(out))}${insidePrefix}`, isMovable: !isStoodIn };
}

/** The real path of a folder that need not be there yet. */
export function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (!isAbsence(error)) throw error;
    // Where a run was killed between its renames, a link to the folder leads nowhere until that is put right.
    if (exists(path)) return realPathOf(resolve(dirname(path), readlinkSync(path)));
    return join(realPathOf(dirname(path)), basename(path));
  }
}

/** Nothing is made where a link leads nowhere: nobody chose that place. */
export function refuseDanglingLink(path: string): void {
  if (!exists(path)) {
    refuseDanglingLink(dirname(path));
    return;
  }
  try {
    statSync(path);
  } catch (error) {
    throw isAbsence(error) ? new Error("it is a link to nowhere", { cause: error }) : error;
  }
}

/** Whether a failure says that there is nothing at a path. */
export const isAbsence = (error: unknown): boolean => codeOf(error) === "ENOENT";

/** The system's code of a failure. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

/** Whether there is anything at a path, be it a link to nowhere. */
export function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    if (isAbsence(error)) return false;
    throw error;
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

/** What is added to a name must still fit into the 255 bytes that a name may have. */
const shorten = (name: string): string =>
  Buffer.byteLength(name) <= 150 ? name : createHash("sha256").update(name).digest("hex").slice(0, 32);
