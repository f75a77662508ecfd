import type { Source } from "./reading.js";

/** In bytes: enough to tell what a file is. */
const enough = 65_536;

/** The beginning of a source, and the source as if nothing had been read of it. */
export interface Peeked {
  readonly beginning: string;
  readonly source: Source;
  /** Ends the reading of a source that nobody wants. */
  readonly close: () => Promise<void>;
}

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
