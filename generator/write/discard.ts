import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  unlinkSync,
  type Stats,
} from "node:fs";
import { dirname, join } from "node:path";
import { removeIfEmpty } from "./folders.js";
import { exists } from "./place.js";
import { hashText, parseStamp, stampName } from "./stamp.js";

/**
 * Takes away a tree that was swapped out. Only what is in the new tree as well goes, and what the old stamp says
 * that we wrote: whatever somebody put there since it was read is moved to the new tree, or stays where it is if
 * its place is taken.
 */
export function discardTree(old: string, out: string): void {
  const ours = readHashes(old);
  for (const path of filesBelow(old)) {
    const isOurs = ours.get(path)?.has(hashOf(join(old, path))) === true;
    if (isOurs || isSame(join(old, path), join(out, path))) unlinkSync(join(old, path));
    else rescue(join(old, path), join(out, path));
  }
  if (exists(join(old, stampName))) unlinkSync(join(old, stampName));
  removeFolders(old);
}

/** Takes away a tree that holds nothing but ours, and second names of what lies elsewhere. */
export function removeTree(path: string): void {
  for (const file of filesBelow(path)) unlinkSync(join(path, file));
  if (exists(join(path, stampName))) unlinkSync(join(path, stampName));
  removeFolders(path);
}

/** Of each file, what we wrote there. */
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

/** All that is no folder, without the stamp at the top: that goes last, as it says what is ours. */
function filesBelow(top: string, folder = ""): string[] {
  makeWritable(join(top, folder));
  return readdirSync(join(top, folder)).flatMap((name) => {
    const path = folder === "" ? name : `${folder}/${name}`;
    if (lstatSync(join(top, path)).isDirectory()) return filesBelow(top, path);
    return path === stampName ? [] : [path];
  });
}

/** What was in a folder that nobody may write to has to come out of it all the same. */
function makeWritable(folder: string): void {
  const { mode } = lstatSync(folder);
  if ((mode & 0o700) !== 0o700) chmodSync(folder, (mode & 0o7777) | 0o700);
}

function hashOf(path: string): string {
  return lstatSync(path).isFile() ? hashText(readFileSync(path, "utf8")) : "";
}

/** Whether two paths are names of one file, or hold the same. */
function isSame(path: string, other: string): boolean {
  const [a, b] = [lstatSync(path), exists(other) ? lstatSync(other) : undefined];
  if (!b) return false;
  if (a.dev === b.dev && a.ino === b.ino) return true;
  if (a.isSymbolicLink()) return b.isSymbolicLink() && readlinkSync(path) === readlinkSync(other);
  return isCopy(a, b) && readFileSync(path).equals(readFileSync(other));
}

const isCopy = (a: Stats, b: Stats): boolean => a.isFile() && b.isFile() && a.size === b.size;

function rescue(path: string, place: string): void {
  if (exists(place)) return;
  mkdirSync(dirname(place), { recursive: true });
  renameSync(path, place);
}

/** Takes away the folders that are empty, inmost first. */
function removeFolders(folder: string): void {
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    if (item.isDirectory()) removeFolders(join(folder, item.name));
  }
  removeIfEmpty(folder);
}
