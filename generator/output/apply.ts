import { mkdirSync, renameSync, rmdirSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { report } from "../base/problem/catalogue.js";
import { describeSystemError, failure, type Outcome } from "../base/problem/problem.js";
import { findEntryKind, findFile, findObstacle, listFolderNames } from "./folder.js";
import { lockName, withLock } from "./lock.js";
import { isPending, listPendingFiles, type FolderState, type Plan, type PlannedFile } from "./plan.js";

/** Contains new files until they are moved to their places. */
const newFolder = ".mplus-codegen-new";

/** Names that exist only during a run, or after a run was killed. */
const temporaryNames: readonly string[] = [lockName, newFolder];

export const inspectFolder = (folder: string): FolderState => ({
  find: (path) => findFile(folder, path),
  names: listFolderNames(folder).filter((name) => !temporaryNames.includes(name)),
});

/**
 * Makes a plan and applies it. Only the final plan needs formatted files. First, all new files are written to a temporary folder, so an error such as a full
 * disk leaves everything as it was. Then each file is renamed to its place, and the stamp comes last.
 *
 * Before the first rename, an interim stamp records the hashes of both the old and the new files. So if this run is
 * killed, the next one recognizes every file as ours and repairs the folder.
 */
export async function applyPlan(
  out: string,
  makePlan: (isFinal: boolean) => Promise<Outcome<Plan>>,
): Promise<Outcome<Plan>> {
  const made: string[] = [];
  try {
    const early = await makePlan(false);
    const isTidy = !listFolderNames(out).some((name) => temporaryNames.includes(name));
    if (!early.ok || (isTidy && listPendingFiles(early.value).length === 0)) return early;
    made.push(...makeFolder(out));
    return await withLock(out, async () => {
      // Another run may have finished in the meantime.
      const plan = await makePlan(true);
      if (!plan.ok) return plan;
      carryOutPlan(out, plan.value);
      return plan;
    });
  } catch (error) {
    return reportSystemError(out, error);
  } finally {
    for (const folder of made.toReversed()) ignoreErrors(() => rmdirSync(folder));
  }
}

export const reportSystemError = (out: string, error: unknown): Outcome<never> =>
  failure([report("output-unwritable", { path: out, reason: describeSystemError(error) })]);

function carryOutPlan(out: string, plan: Plan): void {
  const { files, stamp, interim } = plan;
  const pending = files.filter(isPending);
  const work = join(out, newFolder);
  rmSync(work, { recursive: true, force: true });
  try {
    mkdirSync(work);
    for (const file of pending) refuseChange(out, file);
    for (const { path, content, mode } of listPendingFiles(plan)) {
      if (content === undefined) continue;
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

/** Also deletes the folders that a deleted file leaves empty. */
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

function refuseChange(out: string, { path, action }: PlannedFile): void {
  const obstacle = findObstacle(out, path);
  if (obstacle?.kind === "blocked") throw new Error(obstacle.reason);
  const isThere = obstacle === undefined;
  if (isThere === (action === "create")) throw new Error(`${path} is ${isThere ? "in the way" : "gone"}`);
}

/**
 * Creates a folder and its parents, and returns the new ones. Does not use `recursive`, which loops forever if the
 * system refuses a folder in an existing one (as in /proc).
 * @throws Error if a link in the path is broken, because the user did not choose its target
 */
function makeFolder(path: string): readonly string[] {
  if (findEntryKind(path, statSync) !== "absent") return [];
  if (findEntryKind(path) !== "absent") throw new Error("it is a broken link");
  const above = makeFolder(dirname(path));
  mkdirSync(path);
  return [...above, path];
}

function ignoreErrors(task: () => unknown): void {
  try {
    task();
  } catch {
    // The next run repeats it.
  }
}
