import { describe, expect, it } from "vitest";
import { toNames } from "../../../generator/drift/notes/lexemes.js";
import { notesReader } from "../../../generator/drift/notes/notes-reader.js";
import { readNotes } from "../../../generator/drift/notes/read-notes.js";
import { readPage } from "../../../generator/drift/pages/read-page.js";
import type { Claim } from "../../../generator/drift/claim.js";
import type { Reading } from "../../../generator/drift/reading.js";
import { formatRelease } from "../../../generator/time/release.js";

const names = toNames({
  names: [
    {
      called: ["menu option", "menu options", "menuoptie", "menuopties"],
      parts: ["response menu.options[]"],
    },
    { called: ["menu kind", "menusoort"], parts: ["response menu.kind"], ofValues: true },
  ],
});

function read(text: string, file = "notes.md"): Reading {
  const page = readPage(file, text);
  if (!page.ok) throw new Error("the page is unreadable");
  return readNotes(file, page.value, names);
}

/** A claim in a line: `response menu.kind values a b since 60.1`. */
function format({ subject: { side, path }, says }: Claim): string {
  const start = `${side} ${path} ${says.about}`;
  if (says.about === "since") return `${start} ${formatRelease(says.release)}`;
  if (says.about === "date") return `${start} ${says.date}`;
  if (says.about !== "values") return start;
  return `${start} ${says.values.join(" ")}${says.since === undefined ? "" : ` since ${formatRelease(says.since)}`}`;
}

const added = (...subjects: string[]): string[] =>
  subjects.flatMap((subject) => [`${subject} existence`, `${subject} since 60.1`]);

const sentences: readonly {
  readonly text: string;
  readonly says: readonly string[];
  readonly unread?: string;
}[] = [
  { text: "Added menu.items[].icon.", says: added("body menu.items[].icon") },
  { text: "New property `menu.icon` in the response", says: added("response menu.icon") },
  { text: "In het verzoek is menu.icon toegevoegd.", says: added("request menu.icon") },
  { text: "New: menu.icon and menu.items[].icon", says: added("body menu.icon", "body menu.items[].icon") },
  { text: "hideMenu is nieuw", says: added("body hideMenu") },
  { text: "The property hidden was added to menu options.", says: added("response menu.options[].hidden") },
  { text: "longPress was added to menu.items[]", says: added("body menu.items[].longPress") },
  {
    text: "De eigenschap hidden is toegevoegd aan menuopties en menu.items[].",
    says: added("response menu.options[].hidden", "body menu.items[].hidden"),
  },
  { text: "Nieuwe menusoort: round", says: ["response menu.kind values round since 60.1"] },
  {
    text: "The menu kind round was added, and the menu kinds",
    says: ["response menu.kind values round since 60.1"],
    unread: "says more",
  },
  {
    text: "New values round and flat for menu.shape",
    says: ["body menu.shape values round flat since 60.1"],
  },
  { text: "menu.shape heeft een nieuwe waarde round", says: ["body menu.shape values round since 60.1"] },
  {
    text: "Added menu.shape with values round, flat",
    says: ["body menu.shape values round flat", ...added("body menu.shape")],
  },
  { text: "New event openDrawer", says: added("event openDrawer") },
  { text: "Added menu.icon, which shows a picture", says: added("body menu.icon"), unread: "says more" },
  { text: "menu.icon was added in 60.1", says: added("body menu.icon") },
  { text: "menu.icon was added to answers, since 48.0.0", says: [], unread: "another release" },
  { text: "Added sorting to menu options", says: [], unread: "names nothing" },
  { text: "Added more colours to menu.items[]", says: [], unread: "names nothing" },
  { text: "menu.icon", says: [], unread: "no word" },
  { text: "Fixed: menu.icon was empty", says: [], unread: "a fix" },
  { text: "menu.icon is vervallen", says: [], unread: "x-removed-in" },
  { text: "menu.icon is deprecated, menu.image is new", says: [], unread: "x-deprecated-in" },
  { text: "menu.icon is gewijzigd", says: [], unread: "a change" },
  { text: "menu.icon was not added", says: [], unread: "what is not" },
  { text: "New pages on developers.example.nl and in notes.html", says: [], unread: "names nothing" },
];

describe("a sentence of release notes is read, or told of:", () => {
  it.each(sentences)("$text", ({ text, says, unread }) => {
    const { claims, remarks } = read(`# Notes\n\n## 60.1\n\n- ${text}\n`);
    expect(claims.slice(1).map(format)).toEqual(says);
    expect(remarks.map((remark) => remark.unread)).toEqual(
      unread === undefined ? [] : [expect.stringContaining(unread)],
    );
  });
});

const release = ["release 60.1 existence", "release 60.1 date 2026-02-03"];
const item = added("body menu.icon");

const layouts: readonly {
  readonly name: string;
  readonly text: string;
  readonly says?: readonly string[];
}[] = [
  { name: "headings", text: "# N\n\n## Release 60.1 (2026-02-03)\n\n- New: menu.icon" },
  { name: "headings in Dutch", text: "# N\n\n## Versie 60.1 – 3 februari 2026\n\n### Nieuw\n\n- menu.icon" },
  { name: "headings with months first", text: "# N\n\n## v60.1, February 3, 2026\n\nAdded menu.icon." },
  {
    name: "headings with the name of the program",
    text: "# N\n\n## MplusKASSA v60.1.0 (3 februari 2026)\n\n- Nieuw: menu.icon",
  },
  { name: "headings that say what was done", text: "# N\n\n## Nieuw in v60.1.0 (3-2-2026)\n\n- menu.icon" },
  { name: "headings that ask", text: "# N\n\n## What’s new in MplusKASSA 60.1, 2026-02-03\n\n- menu.icon" },
  {
    name: "headings below that of the release",
    text: "# N\n\n## 60.1 (2026-02-03)\n\n### Opgelost in v60.1\n\n### Nieuw in v60.1\n\n### New\n\n- menu.icon",
  },
  { name: "sections at the level of releases", text: "# N\n\n## 60.1 03-02-2026\n\n## New\n\n- menu.icon" },
  { name: "lines", text: "# N\n\nRelease: 60.1\nDate: 3/2/2026\n\n- New: menu.icon" },
  { name: "a line for each entry", text: "# N\n\n- 60.1 (2026-02-03): added menu.icon" },
  {
    name: "a table of entries",
    text: "# N\n\n| Version | POS version | Date | Description |\n| - | - | - | - |\n| 60.1 | 60.3.2 | 2026-02-03 | Added menu.icon |",
  },
  {
    name: "a table for each entry",
    text: "<h1>N</h1><table><tr><td>Release</td><td>60.1 (2026-02-03)</td></tr><tr><td>Omschrijving</td><td>Nieuw: <b>menu.icon</b></td></tr></table>",
  },
];

describe("an entry is found in", () => {
  it.each(layouts)("$name", ({ text }) => {
    const reading = read(text, text.startsWith("<") ? "n.html" : "n.md");
    expect([...new Set(reading.claims.map(format))]).toEqual([...release, ...item]);
    expect(reading).toMatchObject({ remarks: [], date: "2026-02-03", title: "N", lists: "some" });
  });
});

describe("a number that is not the entry's release", () => {
  it("is no release: the newest POS of its day", () => {
    const { claims } = read("# N\n\n## 60.1\n\nPOS Version 61.4\n\n- New: menu.icon");
    expect(claims.filter(({ subject }) => subject.path === "61.4")).toEqual([]);
    expect(claims.map(format)).toContain("body menu.icon since 60.1");
  });

  it.each(["Release 61.2.3.4", "61.2 beta for some", "Versie 61 (13/13/2026)"])(
    "ends the entry before, and is told of: %s",
    (line) => {
      const { claims, remarks } = read(`# N\n\n60.1\n\n${line}\n\n- New: menu.icon`);
      expect(claims.map(format)).toEqual(["release 60.1 existence", "body menu.icon existence"]);
      expect(remarks).toHaveLength(1);
    },
  );
});

describe("a heading that names a release", () => {
  it.each([
    "Gepland voor v61.2",
    "Niet in v61.2",
    "Kassa's in v61.2",
    "Nieuwe kassa's in v61.2",
    "Nieuw in 61",
  ])("is none of an entry if it does not say that the release is there: %s", (heading) => {
    const { claims } = read(`# N\n\n## 60.1\n\n## ${heading}\n\n- New: menu.icon`);
    expect(claims.map(format)).toEqual(["release 60.1 existence", "body menu.icon existence"]);
  });

  it("says what was done to all below it, unless a sentence says something else", () => {
    const { claims, remarks } = read(
      "# N\n\n## Nieuw in v60.1\n\n- menu.icon\n- Fixed: menu.image was empty",
    );
    expect(claims.map(format)).toEqual(["release 60.1 existence", ...added("body menu.icon")]);
    expect(remarks).toMatchObject([{ unread: expect.stringContaining("a fix") as string }]);
  });

  it("within its own entry leaves the headings beside it to that entry", () => {
    const { claims } = read("# N\n\n## 60.1\n\n### Nieuw in v60.1\n\n### Menu\n\n- Nieuw: menu.icon");
    expect(claims.map(format)).toContain("body menu.icon since 60.1");
  });
});

describe("outside of an entry, a sentence", () => {
  it.each([
    { text: "menu.icon was added in v61.2", says: ["body menu.icon existence", "body menu.icon since 61.2"] },
    { text: "Added menu.icon, which shows a picture in v61.2", says: [] },
    { text: "menu.icon was added in v61.2 and v61.3", says: [] },
  ])("is of the one release that it names, if that is clear: $text", ({ text, says }) => {
    const { claims, remarks } = read(`# Notes\n\n${text}\n`);
    expect(claims.map(format)).toEqual(says);
    expect(remarks).toHaveLength(says.length === 0 ? 1 : 0);
  });
});

const recognized = [
  { file: "release-notes.md", beginning: "# What is new", is: true },
  { file: "page.html", beginning: "<html><h2>v59.3.4</h2>", is: true },
  { file: "page.md", beginning: "# Webhooks\n\n## Release 59.3.4 (2024-11-19)\n", is: true },
  { file: "page.txt", beginning: "Versie 59.3.4 (19-11-2024)\n", is: true },
  { file: "page.html", beginning: "<h1>N</h1><h2>MplusKASSA v68.0.0 (12 november 2026)</h2>", is: true },
  { file: "page.html", beginning: "<h1>N</h1><p>New in v59.3.4</p>", is: false },
  { file: "definitions.html", beginning: "<h1>JSON</h1><p>The form was added in v59.3.4.</p>", is: false },
  { file: "traffic.json", beginning: '{\n  "version": "59.3"\n}', is: false },
  { file: "api.wsdl", beginning: '<?xml version="1.0"?>', is: false },
];

it.each(recognized)("$file is for this reader: $is", ({ file, beginning, is }) => {
  expect(notesReader.recognizes(file, beginning)).toBe(is);
});
