import { closeSync, constants, type Dirent, fstatSync, openSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Something in a folder, at any depth, that is not a folder itself. Its path is relative, with forward slashes. */
export interface FolderEntry {
  readonly path: string;
  readonly item: Dirent;
}

/** Lists all that is below a folder but for folders, by path. */
export const listFolderEntries = (folder: string): readonly FolderEntry[] =>
  listEntriesBelow(folder, "").sort((a, b) => (a.path < b.path ? -1 : 1));

/** Goes folder by folder: node's own `recursive` takes ten times as long, and follows links in some versions. */
function listEntriesBelow(root: string, folder: string): FolderEntry[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((item) => {
    const path = folder === "" ? item.name : `${folder}/${item.name}`;
    return item.isDirectory() ? listEntriesBelow(root, path) : [{ path, item }];
  });
}

// Windows has neither of the last two; there they count as 0.
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Opens a regular file and passes it on with its size in bytes. Throws if its path now holds something else: links are
 * not followed, and opening a pipe does not block.
 */
export function withPlainFile<T>(path: string, use: (file: number, size: number) => T): T {
  const file = openSync(path, flags);
  try {
    return use(file, readSize(file));
  } finally {
    closeSync(file);
  }
}

/** The size of an open file, which has to be a regular one. */
function readSize(file: number): number {
  const status = fstatSync(file);
  if (status.isFile()) return status.size;
  const [reason, code] = status.isDirectory()
    ? ["it is a folder", "EISDIR"]
    : ["it is no regular file", "EINVAL"];
  throw Object.assign(new Error(reason), { code });
}
