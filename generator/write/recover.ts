import { lstatSync, renameSync, unlinkSync } from "node:fs";
import { discardTree, removeTree } from "./discard.js";
import { rollBack } from "./journal.js";
import { isAlive } from "./lock.js";
import { exists, type Place } from "./place.js";
import { findTraces, lockPath, type Trace } from "./traces.js";

/**
 * Undoes what a run that was killed had begun, and sweeps what it left. To be called by whoever holds the lock:
 * nobody else is at work then, so that only a lock or a claim may be that of a run that is alive.
 */
export function recover(place: Place): void {
  restore(place);
  for (const trace of findTraces(place)) sweep(trace, place);
}

/** The old tree goes back where none is; of several, the one that was moved away last. */
function restore(place: Place): void {
  if (exists(place.out)) return;
  const [latest] = findTraces(place)
    .filter(({ kind }) => kind === "old")
    .map(({ path }) => ({ path, movedAt: lstatSync(path).ctimeMs }))
    .sort((a, b) => b.movedAt - a.movedAt);
  if (latest) renameSync(latest.path, place.out);
}

function sweep(trace: Trace, place: Place): void {
  // What was moved in the folder itself has to go back before anything is planned; the rest may lie on.
  if (trace.kind === "moves") {
    rollBack(place.out, trace.path);
    return;
  }
  try {
    removeTrace(trace, place);
  } catch {
    // Whoever can, sweeps it later.
  }
}

function removeTrace({ kind, path, pid }: Trace, place: Place): void {
  if (kind === "new") removeTree(path);
  if (kind === "old") discardTree(path, place.out);
  if (kind === "claim" && !isAlive(pid)) unlinkSync(path);
  if (kind === "lock" && path !== lockPath(place)) unlinkSync(path);
}
