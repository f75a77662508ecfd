import { mkdirSync, renameSync, rmdirSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { report } from "../base/problem/catalogue.js";
import { describeSystemError, failure, type Outcome } from "../base/problem/problem.js";
import type { OutputFile } from "../targets/target.js";
import { findEntryKind, findFile, findObstacle, listFolderNames } from "./folder.js";
import { formatFiles } from "./layout.js";
import { lockName, withLock } from "./lock.js";
import { isPending, listPendingFiles, type FolderState, type Plan, type PlannedFile } from "./plan.js";

/** The folder in an output folder that has new files until they take their places. */
const newFolder = ".mplus-codegen-new";

/** What is in an output folder only while a run writes, or after one was killed. */
const temporaryNames: readonly string[] = [lockName, newFolder];

/** The state of a folder, from which a plan is made. */
export const inspectFolder = (folder: string): FolderState => ({
  find: (path) => findFile(folder, path),
  names: listFolderNames(folder).filter((name) => !temporaryNames.includes(name)),
});

/**
 * Makes a plan and carries it out. All files are written into a folder beside their places first: a fault until then, such as a
 * full disk, leaves everything as it was. Then each takes its place by a rename, and the stamp comes last.
 *
 * Before the first rename the stamp is written with the hashes of both the old and the new files. So the run after one that was
 * killed knows every file as ours, whatever it is asked for, and mends the folder.
 */
export async function applyPlan(out: string, makePlan: () => Outcome<Plan>): Promise<Outcome<Plan>> {
  const made: string[] = [];
  try {
    const early = makePlan();
    const isTidy = !listFolderNames(out).some((name) => temporaryNames.includes(name));
    if (!early.ok || (isTidy && listPendingFiles(early.value).length === 0)) return early;
    made.push(...makeFolder(out));
    return await withLock(out, async () => {
      // Another run may have ended meanwhile.
      const plan = makePlan();
      if (!plan.ok) return plan;
      const files = await formatFiles(listFilesToWrite(plan.value), out);
      if (!files.ok) return files;
      carryOutPlan(out, plan.value, files.value);
      return plan;
    });
  } catch (error) {
    return reportSystemError(out, error);
  } finally {
    for (const folder of made.toReversed()) ignoreErrors(() => rmdirSync(folder));
  }
}

/** An error of the file system in an output folder, as a problem. */
export const reportSystemError = (out: string, error: unknown): Outcome<never> =>
  failure([report("output-unwritable", { path: out, reason: describeSystemError(error) })]);

type WrittenFile = OutputFile & Pick<PlannedFile, "mode">;

const listFilesToWrite = (plan: Plan): readonly WrittenFile[] =>
  listPendingFiles(plan).flatMap(({ content, ...file }) =>
    content === undefined ? [] : { ...file, content },
  );

function carryOutPlan(out: string, { files, stamp, interim }: Plan, written: readonly WrittenFile[]): void {
  const pending = files.filter(isPending);
  const work = join(out, newFolder);
  rmSync(work, { recursive: true, force: true });
  try {
    mkdirSync(work);
    for (const file of pending) refuseChange(out, file);
    for (const { path, content, mode } of written) {
      makeFolder(dirname(join(work, path)));
      writeFileSync(join(work, path), content, { flag: "wx", mode });
    }
    if (interim !== undefined) {
      writeFileSync(join(work, "interim"), interim, { flag: "wx" });
      renameSync(join(work, "interim"), join(out, stamp.path));
    }
    for (const file of pending) finishFile(out, file);
    if (stamp.action !== "unchanged") renameSync(join(work, stamp.path), join(out, stamp.path));
  } finally {
    ignoreErrors(() => rmSync(work, { recursive: true, force: true }));
  }
}

/** Puts a file into its place, or deletes it with the folders that only it was in. */
function finishFile(out: string, file: PlannedFile): void {
  const place = join(out, file.path);
  refuseChange(out, file);
  if (file.content !== undefined) {
    makeFolder(dirname(place));
    renameSync(join(out, newFolder, file.path), place);
    return;
  }
  unlinkSync(place);
  for (let folder = dirname(file.path); folder !== "."; folder = dirname(folder))
    ignoreErrors(() => rmdirSync(join(out, folder)));
}

/** Refuses to continue if a path has something else than when the plan was made. */
function refuseChange(out: string, { path, action }: PlannedFile): void {
  const obstacle = findObstacle(out, path);
  if (obstacle?.kind === "blocked") throw new Error(obstacle.reason);
  const isThere = obstacle === undefined;
  if (isThere === (action === "create")) throw new Error(`${path} is ${isThere ? "in the way" : "gone"}`);
}

/**
 * Makes a folder and those above it, and returns those that were made. Not with `recursive`, which loops for ever where the
 * system refuses a folder in one that exists (as in /proc).
 *
 * @throws Error where a link on the way leads nowhere: nobody chose to have the folder there
 */
function makeFolder(path: string): readonly string[] {
  if (findEntryKind(path, statSync) !== "absent") return [];
  if (findEntryKind(path) !== "absent") throw new Error("it is a link to nowhere");
  const above = makeFolder(dirname(path));
  mkdirSync(path);
  return [...above, path];
}

/** Runs a task that may fail without harm: the next run repeats it. */
function ignoreErrors(task: () => unknown): void {
  try {
    task();
  } catch {
    // Nothing is lost.
  }
}
