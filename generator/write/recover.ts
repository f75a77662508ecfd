import { lstatSync, renameSync, unlinkSync } from "node:fs";
import { attempt, exists } from "./file-system.js";
import { rollBack } from "./journal.js";
import type { Location } from "./location.js";
import { isAlive } from "./lock.js";
import { removeOldTree, removeTree } from "./remove-tree.js";
import { findTemporaries, getLockPath, type Temporary } from "./temporary.js";

/**
 * Undoes what a killed run had begun, and removes what it left. The caller holds the lock, so that no other run is
 * writing; only a lock or a claim can belong to one that is alive.
 */
export function recover(location: Location): void {
  restore(location);
  for (const temporary of findTemporaries(location)) {
    // Files that were moved within the folder have to go back before the plan is made. All else can wait.
    if (temporary.kind === "moves") rollBack(location.out, temporary.path);
    else attempt(() => remove(temporary, location));
  }
}

/** Puts the old tree back if there is no output folder; of several the one that was moved away last. */
function restore(location: Location): void {
  if (exists(location.out)) return;
  const [latest] = findTemporaries(location)
    .filter(({ kind }) => kind === "old")
    .map(({ path }) => ({ path, movedAt: lstatSync(path).ctimeMs }))
    .sort((a, b) => b.movedAt - a.movedAt);
  if (latest) renameSync(latest.path, location.out);
}

function remove({ kind, path, pid }: Temporary, location: Location): void {
  if (kind === "new") removeTree(path);
  if (kind === "old") removeOldTree(path, location.out);
  if (kind === "claim" && !isAlive(pid)) unlinkSync(path);
  if (kind === "lock" && path !== getLockPath(location)) unlinkSync(path);
}
