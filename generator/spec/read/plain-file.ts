import { closeSync, constants, fstatSync, openSync } from "node:fs";

// Windows has neither of the last two; there they count as 0.
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Opens a regular file and passes it on with its size in bytes. Throws if its path now holds something else: links are
 * not followed, and opening a pipe does not block.
 */
export function withPlainFile<T>(path: string, use: (file: number, size: number) => T): T {
  const file = openSync(path, flags);
  try {
    const status = fstatSync(file);
    if (!status.isFile()) throw new Error(status.isDirectory() ? "it is a folder" : "it is no regular file");
    return use(file, status.size);
  } finally {
    closeSync(file);
  }
}
