import { readDefinitions } from "../../../generator/drift/definitions/definitions-reader.js";
import { readPage } from "../../../generator/drift/pages/read-page.js";
import type { Reading } from "../../../generator/drift/reading.js";

/** What a page defines; throws if it is refused. */
export function read(file: string, text: string): Reading {
  const page = readPage(file, text);
  if (!page.ok) throw new Error(page.problems.map(({ message }) => message).join("\n"));
  return readDefinitions(page.value, file);
}
