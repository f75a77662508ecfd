import type { Source } from "../../reading.js";
import { peek } from "../../peek.js";
import { readDocument } from "./document.js";
import { findLayout } from "./find-layout.js";
import { readLines } from "./lines.js";
import type { Fault, Recorded } from "./record.js";

/** The records of a recording, one after the other, whatever its size. */
export async function* readRecords(recording: Source): AsyncGenerator<Recorded | Fault> {
  const { beginning, source } = await peek(recording);
  const layout = findLayout(source.file, beginning);
  yield* layout === "lines" ? readLines(source.chunks) : readDocument(source.chunks, layout);
}
