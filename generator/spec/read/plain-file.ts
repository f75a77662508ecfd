import { closeSync, constants, fstatSync, openSync } from "node:fs";

// Windows has neither of the last two; there they count as 0.
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Hands over a regular file, open, with its size in bytes. Throws where something else lies at its path by now: a
 * link is not followed, and nobody waits for the other end of a pipe.
 */
export function withPlainFile<T>(path: string, use: (file: number, size: number) => T): T {
  const file = openSync(path, flags);
  try {
    const status = fstatSync(file);
    if (!status.isFile()) throw new Error("it is no regular file");
    return use(file, status.size);
  } finally {
    closeSync(file);
  }
}
