import { cutLines } from "./cut-lines.js";
import { parseBytes } from "./parse.js";
import { longest, type Fault, type Recorded } from "./record.js";

/** Reads NDJSON: a record a line. A line that is broken or too long is a fault, and the next one is read. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Recorded | Fault> {
  let line = 1;
  let number = 0;
  let held: Uint8Array[] = [];
  let length = 0;
  const end = (): (Recorded | Fault)[] => {
    const bytes = Buffer.concat(held);
    const isTooLong = length > longest;
    [held, length] = [[], 0];
    if (!isTooLong && isBlank(bytes)) return [];
    number++;
    return [{ line, number, ...(isTooLong ? { fault: "too long" as const } : parseBytes(bytes)) }];
  };
  for await (const chunk of chunks) {
    for (const { bytes, isLast } of cutLines(chunk)) {
      length += bytes.length;
      if (length > longest) held = [];
      else held.push(bytes);
      if (!isLast) continue;
      yield* end();
      line++;
    }
  }
  yield* end();
}

const blank: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => blank.has(byte));
