/** A piece of a line: as much of it as one chunk has, and no more than fits into memory with ease. */
export interface Piece {
  readonly bytes: Uint8Array;
  /** Whether the line ends behind it. */
  readonly isLast: boolean;
}

const lineFeed = 0x0a;

const longestPiece = 65_536;

/** Cuts a chunk at its line ends, which stay with their lines. */
export function* cutLines(chunk: Uint8Array): Generator<Piece> {
  let start = 0;
  while (start < chunk.length) {
    const piece = chunk.subarray(start, start + longestPiece);
    const found = piece.indexOf(lineFeed);
    const end = start + (found < 0 ? piece.length : found + 1);
    yield { bytes: chunk.subarray(start, end), isLast: found >= 0 };
    start = end;
  }
}
