import { findColumn } from "../words/column-words.js";
import { readNote, type Note } from "./notes.js";
import { readRow, type PropertyRow } from "./read-row.js";
import type { ObjectSection } from "./said.js";
import { listWays, resolvePath } from "./resolve-path.js";
import { splitSentences } from "../words/split-sentences.js";

/** A row, with the path of what it is about. */
export interface RowEntry {
  readonly row: PropertyRow;
  readonly path: string;
}

/** A sentence, and what it says of rows, if it does. */
export interface SentenceEntry {
  readonly text: string;
  readonly line: number;
  readonly note: Note | undefined;
}

export type Entry = RowEntry | SentenceEntry;

/** The rows and sentences of a section in their order. */
export function listEntries({
  blocks,
  object,
  objects,
}: Pick<ObjectSection, "blocks" | "object" | "objects">): readonly Entry[] {
  const ways = new Map<string, readonly string[]>();
  return blocks.flatMap((block): readonly Entry[] => {
    if (block.kind === "other") return [{ text: block.text, line: block.line, note: undefined }];
    if (block.kind !== "table") return listSentences(block.text, block.line);
    const columns = block.header.map(findColumn);
    return block.rows.flatMap((line): readonly Entry[] => {
      const row = readRow(line, columns);
      if (typeof row === "string") return listSentences(row, line.line);
      const path = row.isNamed ? resolvePath(row.name, { object, objects, ways }) : object;
      for (const [name, way] of listWays(path)) ways.set(name, way);
      return [{ row, path }];
    });
  });
}

const listSentences = (text: string, line: number): readonly SentenceEntry[] =>
  splitSentences(text).map((sentence) => ({ text: sentence, line, note: readNote(sentence) }));
