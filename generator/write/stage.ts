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
import { removeEmptied } from "./folders.js";
import { hasNoLinks } from "./lock.js";
import { codeOf, exists } from "./place.js";
import type { Step } from "./plan.js";

/** A folder that can only be written file by file. */
export class Immovable extends Error {}

/**
 * Lays out at `stage` how `out` should be: what stays is a second name of the same file, so that it keeps its
 * time and its inode; what is new or changed is written afresh, so that a second name of an old one elsewhere
 * keeps the old text.
 */
export function buildStage(out: string, stage: string, due: readonly Step[]): void {
  const old = due.filter(({ action }) => action !== "create").map(({ path }) => path);
  const replaced = new Set(old);
  const top = exists(out) ? lstatSync(out) : undefined;
  mkdirSync(stage);
  const settle = top ? carryFolder({ from: out, to: stage, replaced, device: top.dev }, top, "") : [];
  if (replaced.size > 0) throw new Error(`${[...replaced].join(", ")} is gone`);
  for (const { path, content } of due) {
    if (content !== undefined) put(join(stage, path), content);
  }
  const deleted = due.filter(({ action }) => action === "delete").map(({ path }) => path);
  removeEmptied(stage, deleted);
  settle.forEach((step) => step());
}

interface Carrying {
  readonly from: string;
  readonly to: string;
  /** What is not to be carried; what was met is taken out. */
  readonly replaced: Set<string>;
  readonly device: number;
}

/** Carries what is in a folder. The result is to be called when all is written: times and modes, inmost first. */
function carryFolder(carrying: Carrying, status: Stats, folder: string): (() => void)[] {
  const { from, to, replaced, device } = carrying;
  // What is mounted in the folder would go away with the old tree, and be emptied with it.
  if (status.dev !== device) throw new Immovable();
  const place = join(to, folder);
  let isKept = true;
  const inner = readdirSync(join(from, folder)).flatMap((name) => {
    const path = folder === "" ? name : `${folder}/${name}`;
    const child = lstatSync(join(from, path));
    if (child.isFile() && replaced.delete(path)) {
      isKept = false;
      return [];
    }
    if (!child.isDirectory()) {
      carryFile(join(from, path), join(to, path), child);
      return [];
    }
    mkdirSync(join(to, path));
    return carryFolder(carrying, child, path);
  });
  return [...inner, () => settleFolder(place, status, isKept)];
}

function carryFile(from: string, to: string, status: Stats): void {
  if (status.isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to);
    lutimesSync(to, status.atime, status.mtime);
    return;
  }
  try {
    linkSync(from, to);
  } catch (error) {
    if (codeOf(error) === "EXDEV") throw new Immovable(undefined, { cause: error });
    if (!hasNoLinks(error) || !status.isFile()) throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    utimesSync(to, status.atime, status.mtime);
  }
}

function settleFolder(place: string, { mode, uid, gid, atime, mtime }: Stats, isKept: boolean): void {
  if (!exists(place)) return;
  const made = lstatSync(place);
  if (made.uid !== uid || made.gid !== gid) giveAway(place, uid, gid);
  if (made.mode !== mode) chmodSync(place, mode & 0o7777);
  if (isKept) utimesSync(place, atime, mtime);
}

function giveAway(place: string, uid: number, gid: number): void {
  try {
    chownSync(place, uid, gid);
  } catch {
    // Only root may; anybody else's folder is then the one's who ran this.
  }
}

function put(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { flag: "wx" });
}
