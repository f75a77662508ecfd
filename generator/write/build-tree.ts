import {
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  type Stats,
} from "node:fs";
import { dirname, join } from "node:path";
import { getErrorCode } from "../problem/system-error.js";
import { exists, isLinkUnsupported } from "./file-system.js";
import { removeEmptyFolders } from "./folders.js";
import type { PlannedFile } from "./plan.js";

/** Thrown for a folder that can only be written file by file. */
export class CannotSwap extends Error {}

/**
 * Builds in `tree` what `out` should become. A file that stays is linked, so that it keeps its times and inode; a new or
 * changed one is written afresh, so that another link to the old file, elsewhere, keeps the old text.
 */
export function buildTree(out: string, tree: string, due: readonly PlannedFile[]): void {
  const replaced = new Set(due.filter(({ action }) => action !== "create").map(({ path }) => path));
  const top = exists(out) ? lstatSync(out) : undefined;
  mkdirSync(tree);
  const settle = top ? copyFolder({ from: out, to: tree, replaced, device: top.dev }, top, "") : [];
  if (replaced.size > 0) throw new Error(`${[...replaced].join(", ")} is gone`);
  for (const { path, content } of due) {
    if (content !== undefined) writeNew(join(tree, path), content);
  }
  const deleted = due.filter(({ action }) => action === "delete").map(({ path }) => path);
  removeEmptyFolders(tree, deleted);
  settle.forEach((settleFolder) => settleFolder());
}

interface Copying {
  readonly from: string;
  readonly to: string;
  /** The files that are not copied; each is removed from the set when it is found. */
  readonly replaced: Set<string>;
  readonly device: number;
}

/** Copies a folder. Returns what sets the modes and times of its folders, innermost first, once all is written. */
function copyFolder(copying: Copying, status: Stats, folder: string): (() => void)[] {
  const { from, to, replaced, device } = copying;
  // What is mounted in the folder would be emptied with the old tree.
  if (status.dev !== device) throw new CannotSwap();
  let isUnchanged = true;
  const inner = readdirSync(join(from, folder)).flatMap((name) => {
    const path = folder === "" ? name : `${folder}/${name}`;
    const child = lstatSync(join(from, path));
    if (child.isFile() && replaced.delete(path)) {
      isUnchanged = false;
      return [];
    }
    if (!child.isDirectory()) {
      linkFile(join(from, path), join(to, path), child);
      return [];
    }
    mkdirSync(join(to, path));
    return copyFolder(copying, child, path);
  });
  return [...inner, () => settleFolder(join(to, folder), status, isUnchanged)];
}

/** Gives a file a second name in the new tree; copies it where the file system has no such links. */
function linkFile(from: string, to: string, status: Stats): void {
  if (status.isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to);
    lutimesSync(to, status.atime, status.mtime);
    return;
  }
  try {
    linkSync(from, to);
  } catch (error) {
    if (getErrorCode(error) === "EXDEV") throw new CannotSwap(undefined, { cause: error });
    if (!isLinkUnsupported(error) || !status.isFile()) throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    utimesSync(to, status.atime, status.mtime);
  }
}

function settleFolder(path: string, { mode, uid, gid, atime, mtime }: Stats, isUnchanged: boolean): void {
  if (!exists(path)) return;
  const made = lstatSync(path);
  if (made.uid !== uid || made.gid !== gid) changeOwner(path, uid, gid);
  if (made.mode !== mode) chmodSync(path, mode & 0o7777);
  if (isUnchanged) utimesSync(path, atime, mtime);
}

function changeOwner(path: string, uid: number, gid: number): void {
  try {
    chownSync(path, uid, gid);
  } catch {
    // Only root may. A folder that was somebody else's is now the user's who runs this.
  }
}

function writeNew(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { flag: "wx" });
}
