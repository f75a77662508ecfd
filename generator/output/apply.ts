import { mkdirSync, renameSync, rmdirSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { report } from "../base/problem/catalogue.js";
import { describeSystemError, failure, type Outcome } from "../base/problem/problem.js";
import { findFile, findEntryKind, findObstacle, isInFolder, listFolderNames } from "./folder.js";
import { releaseLock, isLockName, lockName, takeLock } from "./lock.js";
import { listPendingFiles, type FolderState, type Plan, type PlannedFile } from "./plan.js";
import { hashText, stampName, type HashedFile } from "./stamp.js";

/** The state of a folder, from which a plan is made. */
export const inspectFolder = (folder: string): FolderState => ({
  find: (path) => findFile(folder, path),
  names: listFolderNames(folder).filter((name) => !isTemporaryName(name)),
  unfinished: listUnfinished(folder),
});

/** Where a run notes in the output folder what it writes and deletes, until all is done: a hash and a path a line. */
const unfinishedName = ".mplus-codegen-begun";

/** How the name of a file ends while it is written. */
const temporaryEnd = ".mplus-codegen-new";

/** Whether a name in an output folder is there only while a run writes, or after one was killed. */
const isTemporaryName = (name: string): boolean =>
  name === unfinishedName || isLockName(name) || name.endsWith(temporaryEnd);

/** The files that runs which were killed or failed may have written into a folder. */
function listUnfinished(folder: string): FolderState["unfinished"] {
  const found = findFile(folder, unfinishedName);
  const lines = found.kind === "file" ? found.text.matchAll(/^(\S*) (.+)$/gm) : [];
  return Array.from(lines, ([, hash = "", path = ""]) => ({ path, hash }));
}

/**
 * Makes a plan and carries it out. All files are written beside their places first: a fault until then, such as a full
 * disk, leaves the folder as it was. Then each takes its place by a rename, files that are no longer wanted are deleted,
 * and the stamp comes last.
 *
 * Who is killed on the way leaves whole files, old or new, and a note of what is new. The next run knows both as ours,
 * whatever it is asked for, and mends it.
 *
 * One run at a time writes, and it makes its plan while it holds the lock. A run with nothing to do takes no lock.
 */
export const applyPlan = (out: string, makePlan: () => Outcome<Plan>): Outcome<Plan> =>
  catchSystemErrors(out, () => {
    const first = makePlan();
    // Once more: another run may have ended while this one was looking.
    const early = first.ok ? first : makePlan();
    const isDone =
      early.ok && listPendingFiles(early.value).length === 0 && !listFolderNames(out).some(isTemporaryName);
    return isDone || !early.ok ? early : withLock(out, makePlan);
  });

/** Reports an error of the file system in an output folder as a problem. */
export function catchSystemErrors<T>(out: string, task: () => Outcome<T>): Outcome<T> {
  try {
    return task();
  } catch (error) {
    return failure([report("output-unwritable", { path: out, reason: describeSystemError(error) })]);
  }
}

/** Writes while it has the lock. Folders that are made for the lock go again if nothing is written. */
function withLock(out: string, makePlan: () => Outcome<Plan>): Outcome<Plan> {
  const made: string[] = [];
  try {
    makeFolder(out, made);
    const owner = takeLock(join(out, lockName));
    if (owner) {
      const { pid, host } = owner;
      const lock = join(out, lockName);
      return failure([report("folder-locked", { pid: pid || "unknown", host, path: out, lock })]);
    }
    try {
      const plan = makePlan();
      if (plan.ok) carryOutPlan(out, plan.value);
      return plan;
    } finally {
      ignoreErrors(() => releaseLock(out));
    }
  } finally {
    for (const folder of made.toReversed()) ignoreErrors(() => rmdirSync(folder));
  }
}

function carryOutPlan(out: string, plan: Plan): void {
  const note = join(out, unfinishedName);
  const pending = listPendingFiles(plan);
  const before = listUnfinished(out);
  const unfinished = [...before, ...pending];
  const writeNote = (files: readonly HashedFile[]): void => {
    writeBeside(note, files.map(({ path, hash = "" }) => `${hash} ${path}\n`).join(""));
    putInPlace(note);
  };
  const tidy = (): void => [{ path: unfinishedName }, ...unfinished].forEach(({ path }) => tidyUp(out, path));
  try {
    writeNote(unfinished);
    for (const file of pending) prepareFile(out, file);
  } catch (error) {
    if (before.length === 0) rmSync(note, { force: true });
    tidy();
    throw error;
  }
  for (const file of pending) finishFile(out, file);
  tidy();
  const made = plan.files.map(({ target }) => `${target}/`);
  const left = before.filter(
    (file) => !made.some((folder) => file.path.startsWith(folder)) && isInPlace(out, file),
  );
  if (left.length > 0) writeNote(left);
  else rmSync(note, { force: true });
}

/** Whether a killed run of other targets has put this file in its place: they are to mend it. */
function isInPlace(out: string, { path, hash }: HashedFile): boolean {
  const found = isInFolder(path) && path !== stampName ? findFile(out, path) : undefined;
  return found?.kind === "file" && hashText(found.text) === hash;
}

/** Writes a file beside its place. */
function prepareFile(out: string, file: PlannedFile): void {
  refuseChange(out, file);
  if (file.content === undefined) return;
  const path = join(out, file.path);
  makeFolder(dirname(path));
  writeBeside(path, file.content, file.mode);
}

/** Puts a file into its place, or deletes it. */
function finishFile(out: string, file: PlannedFile): void {
  refuseChange(out, file);
  if (file.content === undefined) unlinkSync(join(out, file.path));
  else putInPlace(join(out, file.path));
}

/** Refuses to go on where something else is in the place of a file than when that was planned. */
function refuseChange(out: string, { path, action }: PlannedFile): void {
  const obstacle = findObstacle(out, path);
  if (obstacle?.kind === "blocked") throw new Error(obstacle.reason);
  const isThere = obstacle === undefined;
  if (isThere === (action === "create")) throw new Error(`${path} is ${isThere ? "in the way" : "gone"}`);
}

/** The path beside a file at which it is written first. */
const toTemporary = (path: string): string => `${dirname(path)}/.${basename(path)}${temporaryEnd}`;

/** Writes a file beside its place. A link of that name is not followed. */
function writeBeside(path: string, content: string, mode?: number): void {
  rmSync(toTemporary(path), { force: true });
  writeFileSync(toTemporary(path), content, { flag: "wx", mode });
}

const putInPlace = (path: string): void => renameSync(toTemporary(path), path);

/**
 * Makes a folder and those above it, and adds them to `made`. Not with `recursive`, which loops for ever where the
 * system refuses a folder in one that exists (as in /proc).
 *
 * @throws Error where a link on the way leads nowhere: nobody chose to have the folder there
 */
function makeFolder(path: string, made: string[] = []): void {
  if (findEntryKind(path, statSync) !== "absent") return;
  if (findEntryKind(path) !== "absent") throw new Error("it is a link to nowhere");
  makeFolder(dirname(path), made);
  mkdirSync(path);
  made.push(path);
}

/**
 * Removes what was written beside a file and has not taken its place; and where there is no file, the folders that held
 * it and are empty. Anybody can write a note that names it.
 */
function tidyUp(out: string, path: string): void {
  if (!isInFolder(path)) return;
  const beside = toTemporary(path);
  ignoreErrors(() => findObstacle(out, beside) ?? unlinkSync(join(out, beside)));
  if (findFile(out, path).kind !== "absent") return;
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder))
    ignoreErrors(() => rmdirSync(join(out, folder)));
}

/** Runs a task that may fail without harm. */
function ignoreErrors(task: () => unknown): void {
  try {
    task();
  } catch {
    // The next run does it.
  }
}
