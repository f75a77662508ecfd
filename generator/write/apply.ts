import { mkdirSync, rmdirSync } from "node:fs";
import { dirname } from "node:path";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import { describeSystemError } from "../problem/system-error.js";
import { attempt, exists } from "./file-system.js";
import { locateOutput, refuseDanglingLink, type Location } from "./location.js";
import { takeLock } from "./lock.js";
import { moveFiles } from "./move-files.js";
import { listDue, type Plan } from "./plan.js";
import { recover } from "./recover.js";
import { deferSignals } from "./signals.js";
import { swapFolder } from "./swap-folder.js";
import { findTemporaries } from "./temporary.js";

/**
 * Makes a plan and carries it out, so that the folder holds all of the old files or all of the new ones, whatever
 * happens meanwhile. A new tree is built beside the folder and swapped in by two renames.
 *
 * Some folders cannot be swapped: the one that the caller's shell is in (`--out .`, `init --dir .`), one that is or
 * holds a mount point (a Docker volume), one from a lower layer of an image (`RUN` after `COPY`: EXDEV), one below a
 * folder that is not writable, one that is open in Windows. There the files are moved one by one, with a journal: a
 * fault puts them back at once, and after a kill the next run does. Only there can a kill leave a mix, until that run.
 *
 * `stays` is for a folder that is mostly other people's, such as a project with its packages: it is not swapped either.
 *
 * One run at a time writes, and it makes its plan while it holds the lock. A run with nothing to do takes no lock.
 *
 * No library fits: `write-file-atomic` replaces single files, so that a kill would leave a mix of old and new ones.
 * `proper-lockfile` lets a lock expire unless a timer renews it, which our synchronous writing would block, and makes
 * the next run wait for a lock whose process is dead.
 */
export function applyPlan(
  out: string,
  makePlan: () => Outcome<Plan>,
  { stays = false }: { readonly stays?: boolean } = {},
): Outcome<Plan> {
  const first = hasTemporaries(out) ? undefined : planSafely(out, makePlan);
  // Once more: another run may have swapped the folder while this one was looking at it.
  const early = first?.ok === false ? planSafely(out, makePlan) : first;
  if (early && (!early.ok || listDue(early.value).length === 0)) return early;
  return withLock(out, (location) => {
    recover(location);
    refuseDanglingLink(out);
    const plan = makePlan();
    const due = plan.ok ? listDue(plan.value) : [];
    const isSwapped = !stays && location.isMovable && due.length > 0 && swapFolder(location, due);
    if (due.length > 0 && !isSwapped) moveFiles(location.out, due);
    return plan;
  });
}

/** Undoes what a killed run had begun, for a run that writes nothing itself. */
export const recoverOutput = (out: string): Outcome<undefined> =>
  hasTemporaries(out)
    ? withLock(out, (location) => {
        recover(location);
        return success(undefined);
      })
    : success(undefined);

function planSafely(out: string, makePlan: () => Outcome<Plan>): Outcome<Plan> {
  try {
    return makePlan();
  } catch (error) {
    return unwritable(out, error);
  }
}

const unwritable = (out: string, error: unknown): Outcome<never> =>
  failure([report("output-unwritable", { path: out, reason: describeSystemError(error) })]);

function hasTemporaries(out: string): boolean {
  try {
    return findTemporaries(locateOutput(out)).length > 0;
  } catch {
    // Making the plan or taking the lock fails next, for the same reason, and reports it.
    return false;
  }
}

/** Takes the lock for as long as a function runs. Folders that are made for the lock go again if it fails. */
function withLock<T>(out: string, use: (location: Location) => Outcome<T>): Outcome<T> {
  const made: string[] = [];
  try {
    const location = locateOutput(out);
    makeFolder(location.workFolder, made);
    const lock = takeLock(location);
    if (!lock.ok) return failure([report("folder-locked", { path: out, ...lock.owner, lock: lock.path })]);
    try {
      const outcome = deferSignals(() => use(location));
      if (outcome.ok) made.length = 0;
      return outcome;
    } finally {
      lock.release();
    }
  } catch (error) {
    return unwritable(out, error);
  } finally {
    // One of them may hold something of somebody else's by now.
    attempt(() => made.toReversed().forEach((folder) => rmdirSync(folder)));
  }
}

/**
 * Makes a folder and those above it, and adds them to `made`. Not with `recursive`, which loops for ever where the
 * system refuses a folder in one that exists (as in /proc).
 */
function makeFolder(path: string, made: string[]): void {
  if (exists(path)) return;
  makeFolder(dirname(path), made);
  mkdirSync(path);
  made.push(path);
}
