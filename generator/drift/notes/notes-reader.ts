import { success } from "../../problem/problem.js";
import { describesObjects } from "../definitions/sections.js";
import { readSourcePage } from "../pages/read-source-page.js";
import type { Reader } from "../reading.js";
import { toNames } from "./lexemes.js";
import { readHead } from "./read-head.js";
import { readNotes } from "./read-notes.js";

/** Reads the vendor's release notes, in Dutch or English, saved as HTML, Markdown or text. */
export const notesReader: Reader = {
  kind: "release notes",
  recognizes: (file, beginning) =>
    isPage(beginning) &&
    (isCalledNotes(file) || (!describesObjects(beginning) && beginning.split(/[<>|\n]/).some(namesRelease))),
  read: async (source, { names }) => {
    const page = await readSourcePage(source);
    return page.ok ? success(readNotes(source.file, page.value, toNames(names))) : page;
  },
};

/** No JSON, and no XML. */
const isPage = (beginning: string): boolean =>
  !["{", "[", "<?xml"].some((start) => beginning.trimStart().startsWith(start));

const isCalledNotes = (file: string): boolean => {
  const letters = file.toLowerCase().replace(/[^a-z]/g, "");
  return letters.includes("releasenotes") || letters.includes("changelog");
};

/** A line of its own for a release: other pages name releases within their sentences. */
const namesRelease = (line: string): boolean =>
  line.length < 100 && readHead(line.replaceAll("#", " "))?.release !== undefined;
