import { closeSync, constants, type Dirent, fstatSync, openSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Anything in a folder, at any depth, except folders. Its path is relative, with forward slashes. */
export interface FolderEntry {
  readonly path: string;
  readonly item: Dirent;
}

export const listFolderEntries = (folder: string): readonly FolderEntry[] =>
  listEntriesBelow(folder, "").sort((a, b) => (a.path < b.path ? -1 : 1));

/** Goes folder by folder, because node's `recursive` is ten times slower and follows links in some versions. */
function listEntriesBelow(root: string, folder: string): FolderEntry[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((item) => {
    const path = folder === "" ? item.name : `${folder}/${item.name}`;
    return item.isDirectory() ? listEntriesBelow(root, path) : [{ path, item }];
  });
}

// Windows lacks the last two flags, so they count as 0 there.
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Opens a regular file and passes it on with its size in bytes. Does not follow links, and does not block on pipes.
 * @throws Error if the path is no longer a regular file
 */
export function withPlainFile<T>(path: string, use: (file: number, size: number) => T): T {
  const file = openSync(path, flags);
  try {
    return use(file, readSize(file));
  } finally {
    closeSync(file);
  }
}

/**
 * The size of an open file.
 * @throws Error if it is not a regular file
 */
function readSize(file: number): number {
  const status = fstatSync(file);
  if (status.isFile()) return status.size;
  const [reason, code] = status.isDirectory()
    ? ["it is a folder", "EISDIR"]
    : ["it is not a regular file", "EINVAL"];
  throw Object.assign(new Error(reason), { code });
}
