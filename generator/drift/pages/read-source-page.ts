import type { Outcome } from "../../problem/problem.js";
import type { Source } from "../reading.js";
import { readSourceText } from "../source-text.js";
import type { Page } from "./page.js";
import { readPage } from "./read-page.js";

/** Reads a source that is a page, whatever it was saved as. One that is too large, or no text, is a failure. */
export async function readSourcePage(source: Source): Promise<Outcome<Page>> {
  const text = await readSourceText(source);
  return text.ok ? readPage(source.file, text.value) : text;
}
