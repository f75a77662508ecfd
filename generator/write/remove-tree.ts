import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  unlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { removeFolderIfEmpty } from "./folders.js";
import { exists } from "./file-system.js";
import { hashText, parseStamp, stampName } from "./stamp.js";

/**
 * Removes a tree that was swapped out: the files that are in the new tree as well, and those that we wrote, as the old
 * stamp says. A file that somebody else put there meanwhile is moved to the new tree; if there is one of that name, it
 * stays where it is.
 */
export function removeOldTree(old: string, out: string): void {
  const ours = readHashes(old);
  for (const path of listFiles(old)) {
    const isOurs = ours.get(path)?.has(hashFile(join(old, path))) === true;
    if (isOurs || isSame(join(old, path), join(out, path))) unlinkSync(join(old, path));
    else rescue(join(old, path), join(out, path));
  }
  removeStampAndFolders(old);
}

/** Removes a tree that holds nothing but our own files, and second names of files elsewhere. */
export function removeTree(top: string): void {
  for (const path of listFiles(top)) unlinkSync(join(top, path));
  removeStampAndFolders(top);
}

function removeStampAndFolders(top: string): void {
  if (exists(join(top, stampName))) unlinkSync(join(top, stampName));
  removeFolders(top);
}

/** Returns for each file the hashes of what we wrote there, as the stamp of the tree says. */
function readHashes(old: string): ReadonlyMap<string, ReadonlySet<string>> {
  const path = join(old, stampName);
  const isStamped = exists(path) && lstatSync(path).isFile();
  const stamp = parseStamp(isStamped ? readFileSync(path, "utf8") : undefined, path);
  const entries = stamp.ok
    ? Object.values(stamp.value.targets).flatMap(({ files }) => Object.entries(files))
    : [];
  const hashes = new Map<string, Set<string>>();
  for (const [file, hash] of entries) hashes.set(file, (hashes.get(file) ?? new Set()).add(hash));
  return hashes;
}

/** Lists everything but folders and the stamp, which is removed last because it says what is ours. */
function listFiles(top: string, folder = ""): string[] {
  makeWritable(join(top, folder));
  return readdirSync(join(top, folder)).flatMap((name) => {
    const path = folder === "" ? name : `${folder}/${name}`;
    if (lstatSync(join(top, path)).isDirectory()) return listFiles(top, path);
    return path === stampName ? [] : [path];
  });
}

/** Files can only be removed from a folder that is writable. */
function makeWritable(folder: string): void {
  const { mode } = lstatSync(folder);
  if ((mode & 0o700) !== 0o700) chmodSync(folder, (mode & 0o7777) | 0o700);
}

function hashFile(path: string): string {
  return lstatSync(path).isFile() ? hashText(readFileSync(path, "utf8")) : "";
}

/** Whether two paths are names of one file, or of files with the same content. */
function isSame(path: string, other: string): boolean {
  const [a, b] = [lstatSync(path), exists(other) ? lstatSync(other) : undefined];
  if (!b) return false;
  if (a.dev === b.dev && a.ino === b.ino) return true;
  if (a.isSymbolicLink()) return b.isSymbolicLink() && readlinkSync(path) === readlinkSync(other);
  if (!a.isFile() || !b.isFile() || a.size !== b.size) return false;
  return readFileSync(path).equals(readFileSync(other));
}

function rescue(path: string, target: string): void {
  if (exists(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  renameSync(path, target);
}

/** Removes the folders that are empty, innermost first. */
function removeFolders(folder: string): void {
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    if (item.isDirectory()) removeFolders(join(folder, item.name));
  }
  removeFolderIfEmpty(folder);
}
