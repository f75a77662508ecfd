import { mkdirSync, rmdirSync } from "node:fs";
import { dirname } from "node:path";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import { reasonOf } from "../problem/reason.js";
import { writeInPlace } from "./in-place.js";
import { takeLock } from "./lock.js";
import { exists, findPlace, refuseDanglingLink, type Place } from "./place.js";
import type { Plan } from "./plan.js";
import { recover } from "./recover.js";
import { swapTree } from "./swap.js";
import { findTraces } from "./traces.js";
import { deferSignals } from "./signals.js";

/**
 * Plans and carries the plan out, so that the folder holds all of the old files or all of the new ones, whatever
 * happens meanwhile. A whole new tree is built beside the folder and swapped in by two renames.
 *
 * Some folders cannot be swapped: the one that the caller's shell stands in (`--out .`, `init --dir .`), one that is
 * or holds a mount point (a volume of Docker's), one from a lower layer of an image (`RUN` after `COPY`: EXDEV), one
 * below a folder that we may not write to, one that is open in Windows. There the files are moved one by one, under
 * a journal: a fault puts them back at once, after a kill the next run does. Only there may a kill leave a mix, until
 * that run.
 *
 * One run at a time writes, and it plans what it writes while it holds the lock. A run with nothing to do takes none.
 */
export function applyPlan(out: string, plan: () => Outcome<Plan>): Outcome<Plan> {
  const early = hasTraces(out) ? undefined : planSafely(out, plan);
  if (early && (!early.ok || dueSteps(early.value).length === 0)) return early;
  return holdPlace(out, (place) => {
    recover(place);
    refuseDanglingLink(out);
    const planned = plan();
    const due = planned.ok ? dueSteps(planned.value) : [];
    if (due.length > 0 && !(place.isMovable && swapTree(place, due))) writeInPlace(place.out, due);
    return planned;
  });
}

/** Before a run that only looks: puts in order what one that was killed left. Mostly there is nothing. */
export const readyOutput = (out: string): Outcome<undefined> =>
  hasTraces(out)
    ? holdPlace(out, (place) => {
        recover(place);
        return success(undefined);
      })
    : success(undefined);

function planSafely(out: string, plan: () => Outcome<Plan>): Outcome<Plan> {
  try {
    return plan();
  } catch (error) {
    return unwritable(out, error);
  }
}

const unwritable = (out: string, error: unknown): Outcome<never> =>
  failure([report("output-unwritable", { path: out, reason: reasonOf(error) })]);

const dueSteps = ({ steps, stamp }: Plan) => [...steps, stamp].filter(({ action }) => action !== "unchanged");

function hasTraces(out: string): boolean {
  try {
    return findTraces(findPlace(out)).length > 0;
  } catch {
    // Whoever plans or takes the lock next meets the same fault, and reports it.
    return false;
  }
}

function holdPlace<T>(out: string, use: (place: Place) => Outcome<T>): Outcome<T> {
  const made: string[] = [];
  try {
    const place = findPlace(out);
    makeFolder(place.desk, made);
    const lock = takeLock(place);
    if (!lock.ok) return failure([report("folder-locked", { path: out, ...lock.holder, lock: lock.path })]);
    try {
      const outcome = deferSignals(() => use(place));
      if (outcome.ok) made.length = 0;
      return outcome;
    } finally {
      lock.release();
    }
  } catch (error) {
    return unwritable(out, error);
  } finally {
    removeFolders(made);
  }
}

/**
 * Makes a folder and those above it, and remembers which. One by one: `recursive` goes round for ever where the
 * system does not let a folder be in one that exists (as in /proc).
 */
function makeFolder(path: string, made: string[]): void {
  if (exists(path)) return;
  makeFolder(dirname(path), made);
  mkdirSync(path);
  made.push(path);
}

function removeFolders(made: readonly string[]): void {
  try {
    made.toReversed().forEach((folder) => rmdirSync(folder));
  } catch {
    // Somebody put something there meanwhile.
  }
}
