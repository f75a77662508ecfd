import { readSync, realpathSync } from "node:fs";
import { withPlainFile } from "../spec/read/plain-file.js";

/**
 * The bytes of a file that the user named; undefined if it has more than so many. Throws if there is no regular file: a
 * pipe or a device may never come to an end.
 */
export const readNamedFile = (path: string, limit: number): Uint8Array | undefined =>
  withPlainFile(realpathSync(path), (file, size) => (size > limit ? undefined : readUpTo(file, limit)));

/** A size says little: the file may be growing, and some that the system makes up have none. */
function readUpTo(file: number, limit: number): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const chunk = new Uint8Array(65_536);
    const count = readSync(file, chunk);
    if (count === 0) return Buffer.concat(chunks);
    length += count;
    if (length > limit) return undefined;
    chunks.push(chunk.subarray(0, count));
  }
}
