import type { Claim, Statement, Subject } from "../../generator/drift/claim.js";
import type { Reader, Reading, Remark, Source } from "../../generator/drift/reading.js";
import { success } from "../../generator/problem/problem.js";
import type { Release } from "../../generator/time/release.js";

/** A file in memory, in pieces. */
export function toSource(
  file: string,
  ...pieces: readonly string[]
): Source & { readonly isClosed: () => boolean } {
  let closed = false;
  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      for (const piece of pieces) yield await Promise.resolve(new TextEncoder().encode(piece));
    } finally {
      closed = true;
    }
  }
  return { file, chunks: read(), isClosed: () => closed };
}

export const title = "Webhooks, in short";

/** A row of a page, as a claim of it. */
export const claim = (subject: Subject, says: Statement, line: number, text = "A row."): Claim => ({
  subject,
  says,
  sentence: { text, place: { file: "page.md", title, section: "Requests > sender", line } },
});

/** A sentence that no reader understands. */
export const remark = (text: string, line: number, more: Partial<Remark> = {}): Remark => ({
  sentence: { text, place: { file: "page.md", title, section: "", line } },
  ...more,
});

/** What a reader made of a page. */
export const toReading = (more: Partial<Reading> = {}): Reading => ({
  ...{ kind: "definitions", file: "page.md", title, claims: [], remarks: [], count: 1, lists: "some" },
  ...more,
});

/** A reader that makes this of every Markdown file. */
export const toReader = (reading: Reading): Reader => ({
  kind: reading.kind,
  recognizes: (file) => file.endsWith(".md"),
  read: async ({ file, chunks }) => {
    for await (const _ of chunks);
    return success({ ...reading, file });
  },
});

export const release = (number: number): Release => (number * 100_000_000) as Release;
