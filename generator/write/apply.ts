import { renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { report } from "../problem/catalogue.js";
import { describeSystemError, failure, type Outcome } from "../problem/problem.js";
import { exists, findFile, listNames, makeFolder, refuseObstacle, removeEmptyFolders } from "./folder.js";
import { isLockName, lockName, readBegun, takeLock, type Lock } from "./lock.js";
import { isInFolder, listDue, type Look, type Plan, type PlannedFile } from "./plan.js";
import { hashText } from "./stamp.js";

/** Looks at a folder: at what a plan is made of. */
export const lookAt = (folder: string): Look => ({
  find: (path) => findFile(folder, path),
  names: listOtherNames(folder),
  begun: readBegun(folder),
});

/** The names in an output folder but for those of our locks and temporary files. */
const listOtherNames = (folder: string): string[] =>
  listNames(folder).filter((name) => !isLockName(name) && !name.endsWith(temporaryEnd));

/**
 * Makes a plan and carries it out. All files are written beside their places first: a fault until then, such as a full
 * disk, leaves the folder as it was. Then each takes its place by a rename, files that are no longer wanted are deleted,
 * and the stamp comes last.
 *
 * Who is killed on the way leaves whole files, old or new, and the lock, which says what is new. The next run knows both
 * as ours, whatever it is asked for, and mends it.
 *
 * One run at a time writes, and it makes its plan while it holds the lock. A run with nothing to do takes no lock.
 */
export function applyPlan(out: string, makePlan: () => Outcome<Plan>): Outcome<Plan> {
  const first = planSafely(out, makePlan);
  // Once more: another run may have ended while this one was looking.
  const early = first.ok ? first : planSafely(out, makePlan);
  const isDone = early.ok && listDue(early.value).length === 0 && !exists(join(out, lockName));
  return isDone || !early.ok ? early : withLock(out, makePlan);
}

function planSafely(out: string, makePlan: () => Outcome<Plan>): Outcome<Plan> {
  try {
    return makePlan();
  } catch (error) {
    return unwritable(out, error);
  }
}

const unwritable = (out: string, error: unknown): Outcome<never> =>
  failure([report("output-unwritable", { path: out, reason: describeSystemError(error) })]);

/** Writes while it has the lock. Folders that are made for the lock go again if nothing is written. */
function withLock(out: string, makePlan: () => Outcome<Plan>): Outcome<Plan> {
  const made: string[] = [];
  try {
    makeFolder(out, made);
    const taken = takeLock(out);
    if ("owner" in taken) {
      const { pid, host } = taken.owner;
      return failure([report("folder-locked", { path: out, pid, host, lock: join(out, lockName) })]);
    }
    return writeLocked(out, makePlan, taken.lock);
  } catch (error) {
    return unwritable(out, error);
  } finally {
    for (const folder of made.toReversed()) attempt(() => rmdirSync(folder));
  }
}

function writeLocked(out: string, makePlan: () => Outcome<Plan>, lock: Lock): Outcome<Plan> {
  // Nothing is amiss until the first file takes its place, if nothing was before.
  let isWhole = Object.keys(lock.begun).length === 0;
  try {
    const plan = makePlan();
    if (!plan.ok) return plan;
    const due = listDue(plan.value);
    sweep(out, Object.keys(lock.begun));
    prepare(out, due, lock);
    isWhole = false;
    for (const file of due) settle(out, file);
    removeEmptyFolders(
      out,
      due.flatMap(({ action, path }) => (action === "delete" ? [path] : [])),
    );
    isWhole = true;
    return plan;
  } finally {
    attempt(() => lock.release(isWhole));
  }
}

/** Writes all that is new beside its place, or nothing. */
function prepare(out: string, due: readonly PlannedFile[], lock: Lock): void {
  const made: string[] = [];
  const fresh = due.flatMap(({ content, ...file }) => (content === undefined ? [] : [{ ...file, content }]));
  lock.note(Object.fromEntries(fresh.map(({ path, content }) => [path, hashText(content)])));
  try {
    for (const { path, action } of due) {
      if (exists(join(out, path)) === (action === "create"))
        throw new Error(`${path} ${action === "create" ? "is in the way" : "is gone"}`);
    }
    for (const { path, content, mode } of fresh) {
      refuseObstacle(out, path);
      makeFolder(dirname(join(out, path)), made);
      const beside = join(out, toTemporary(path));
      rmSync(beside, { force: true });
      writeFileSync(beside, content, { flag: "wx", ...(mode !== undefined && { mode }) });
    }
  } catch (error) {
    sweep(
      out,
      due.map(({ path }) => path),
    );
    for (const folder of made.toReversed()) attempt(() => rmdirSync(folder));
    throw error;
  }
}

function settle(out: string, { path, action }: PlannedFile): void {
  refuseObstacle(out, path);
  if (action === "delete") unlinkSync(join(out, path));
  else renameSync(join(out, toTemporary(path)), join(out, path));
}

const temporaryEnd = ".mplus-codegen-new";

/** The path beside a file at which it is written first. */
const toTemporary = (path: string): string => `${dirname(path)}/.${basename(path)}${temporaryEnd}`;

/** Removes what was written beside these files and has not taken their place. Anybody can write a lock that names them. */
function sweep(out: string, paths: readonly string[]): void {
  for (const path of paths.filter(isInFolder)) {
    const beside = toTemporary(path);
    if (findFile(out, beside).kind === "file") attempt(() => rmSync(join(out, beside)));
  }
}

/** Does what is no harm if it fails. */
function attempt(task: () => void): void {
  try {
    task();
  } catch {
    // The next run does it.
  }
}
