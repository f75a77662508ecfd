import { success, type Outcome } from "../../problem/problem.js";
import { ascending, parseRelease, type Release } from "../../time/release.js";
import type { Direction } from "../../model/model.js";
import type { Sentence } from "../claim.js";
import type { Page } from "../pages/page.js";
import { readSourcePage } from "../pages/read-source-page.js";
import type { Reader, Reading } from "../reading.js";
import { readLists } from "./read-lists.js";
import { readObjectSection } from "./read-section.js";
import type { Said } from "./said.js";
import { splitSections, type Section } from "./sections.js";

const extensions = [".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".text"];

/** Reads pages of the vendor that define objects and their properties, or list events. */
export const definitionsReader: Reader = {
  kind: "definitions",
  recognizes: (file) => extensions.some((extension) => file.toLowerCase().endsWith(extension)),
  read: async (source): Promise<Outcome<Reading>> => {
    const page = await readSourcePage(source);
    return page.ok ? success(readDefinitions(page.value, source.file)) : page;
  },
};

/** What a page defines. */
export function readDefinitions(page: Page, file: string): Reading {
  const sections = splitSections(page);
  const objects = listObjects(sections);
  const said = sections.map((section) => readSection(section, { file, title: page.title, objects }));
  const newest = findNewest(page);
  return {
    kind: "definitions",
    file,
    title: page.title,
    claims: said.flatMap(({ claims }) => claims),
    remarks: said.flatMap(({ remarks }) => remarks),
    count: said.reduce((sum, { count }) => sum + count, 0),
    ...(newest !== undefined && { newest }),
    lists: sections.some(({ object }) => object !== undefined) ? "everything" : "some",
  };
}

type Objects = Readonly<Record<Direction, ReadonlySet<string>>>;

/** The objects that sections describe, by side. */
function listObjects(sections: readonly Section[]): Objects {
  const list = (side: Direction): ReadonlySet<string> =>
    new Set(sections.flatMap((section) => (section.side === side ? (section.object ?? []) : [])));
  return { request: list("request"), response: list("response") };
}

interface Place {
  readonly file: string;
  readonly title: string;
  readonly objects: Objects;
}

/** Reads a section, with its heading: one that names an object says that there is such an object. */
function readSection(section: Section, { file, title, objects }: Place): Said {
  const { headings, side, object, blocks, unread, line } = section;
  const quote = (text: string, at: number): Sentence => ({
    text,
    place: { file, title, section: headings.join(" > "), line: at },
  });
  if (side && object !== undefined) {
    const said = readObjectSection({ side, object, objects: objects[side], blocks, quote });
    const subject = { side, path: object };
    const sentence = quote(object, line);
    const heading = { subject, says: { about: "existence" as const }, sentence };
    const empty = said.count === 0 ? [{ sentence, of: subject, unread: "nothing is said of it" }] : [];
    return { claims: [heading, ...said.claims], remarks: [...said.remarks, ...empty], count: said.count + 1 };
  }
  const said = readLists({ blocks, quote });
  if (!unread) return said;
  const remark = { sentence: quote(unread.text, line), unread: "it is a heading that names nothing we know" };
  return { ...said, remarks: [remark, ...said.remarks], count: said.count + 1 };
}

/** The newest release that a page names, such as `v59.3.4`. */
function findNewest({ blocks }: Page): Release | undefined {
  const texts = blocks.flatMap((block) =>
    block.kind === "table" ? block.rows.flatMap(({ cells }) => cells) : [block.text],
  );
  const words = texts.flatMap((text) => text.split(/[\s,;:()]/));
  return ascending(words.flatMap((word) => readRelease(word) ?? [])).at(-1);
}

function readRelease(word: string): Release | undefined {
  const text = word.endsWith(".") ? word.slice(0, -1) : word;
  return /^v\d/.test(text) ? parseRelease(text) : undefined;
}
