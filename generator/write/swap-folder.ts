import { renameSync } from "node:fs";
import { join } from "node:path";
import { getErrorCode } from "../problem/system-error.js";
import { buildTree, CannotSwap } from "./build-tree.js";
import { attempt, exists } from "./file-system.js";
import type { Location } from "./location.js";
import type { PlannedFile } from "./plan.js";
import { removeOldTree, removeTree } from "./remove-tree.js";
import { createTemporaryName } from "./temporary.js";

/**
 * Replaces the output folder by a new tree, so that a reader sees all old or all new files. Between the two renames
 * there is no folder for a moment; if the run is killed then, the next one puts the old tree back. Returns false if
 * the folder cannot be swapped.
 */
export function swapFolder({ out, workFolder, prefix }: Location, due: readonly PlannedFile[]): boolean {
  const tree = join(workFolder, createTemporaryName(prefix, "new"));
  const old = join(workFolder, createTemporaryName(prefix, "old"));
  try {
    buildTree(out, tree, due);
    if (exists(out)) moveAway(out, old);
    moveIn(tree, { out, old });
  } catch (error) {
    attempt(() => removeTree(tree));
    if (error instanceof CannotSwap) return false;
    throw error;
  }
  attempt(() => {
    if (exists(old)) removeOldTree(old, out);
  });
  return true;
}

/** A folder cannot be renamed if something is mounted in it, if it is of a lower image layer or open in Windows. */
function moveAway(out: string, old: string): void {
  try {
    renameSync(out, old);
  } catch (error) {
    const isFixed = ["EXDEV", "EBUSY", "EPERM", "EACCES", "EINVAL"].includes(getErrorCode(error));
    throw isFixed ? new CannotSwap(undefined, { cause: error }) : error;
  }
}

function moveIn(tree: string, { out, old }: { readonly out: string; readonly old: string }): void {
  try {
    renameSync(tree, out);
  } catch (error) {
    attempt(() => renameSync(old, out));
    throw error;
  }
}
