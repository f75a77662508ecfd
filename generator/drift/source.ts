import { isUtf8 } from "node:buffer";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";

/** A file, as its bytes come. */
export interface Source {
  /** As it was named in the call. */
  readonly file: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** The name of a file without its folders. */
export const getBaseName = (file: string): string => file.split(/[\\/]/).at(-1) ?? "";

/** The beginning of a source, and the source as if nothing had been read of it. */
export interface Peeked {
  readonly beginning: string;
  readonly source: Source;
  /** Ends the reading of a source that nobody wants. */
  readonly close: () => Promise<void>;
}

/** In bytes: enough to tell what a file is. */
const enough = 65_536;

/** In bytes: more than any page has, without what it embeds. */
const limit = 10_000_000;

/** Looks at the beginning of a source. */
export async function peek({ file, chunks }: Source): Promise<Peeked> {
  const rest = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < enough) {
    const next = await rest.next();
    if (next.done) break;
    first.push(next.value);
    length += next.value.length;
  }
  const beginning = new TextDecoder().decode(Buffer.concat(first).subarray(0, enough));
  const close = async (): Promise<void> => {
    await rest.return?.();
  };
  return { beginning, source: { file, chunks: rejoin(first, rest) }, close };
}

async function* rejoin(
  first: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncIterable<Uint8Array> {
  yield* first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/** The text of a source that is small enough to be held as one. */
export async function readSourceText({ file, chunks }: Source): Promise<Outcome<string>> {
  const place = { file, pointer: "" };
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > limit) return failure([report("source-too-large", { limit: "10 MB" }, place)]);
    held.push(chunk);
  }
  const bytes = Buffer.concat(held);
  const detail = findFault(bytes);
  return detail === undefined
    ? success(new TextDecoder().decode(bytes))
    : failure([report("source-not-text", { detail }, place)]);
}

/** Why bytes are no text. */
function findFault(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return "it is UTF-16";
  if (bytes.includes(0)) return "it has a byte that is 0";
  return isUtf8(bytes) ? undefined : "some of its bytes are no characters";
}
