import { expect, it } from "vitest";
import { judgeFile, specWith, toLines } from "./door.js";

/** A text of release notes, what is told of it, and words by which a sentence of it is unread. */
type NotesCase = readonly [text: string, told: string, unread?: string];

/** Sentences below the heading of v60.1. */
const sentences: readonly NotesCase[] = [
  ["Added menu.items[].icon.", "new body menu.items[].icon: came with v60.1"],
  ["New property `menu.icon` in the response", "new response menu.icon: came with v60.1"],
  ["In het verzoek is menu.icon toegevoegd.", "new request menu.icon: came with v60.1"],
  [
    "New: menu.icon and menu.items[].icon",
    "new body menu.icon: came with v60.1; new body menu.items[].icon: came with v60.1",
  ],
  ["The property hidden was added to bill tables.", "new request bill.tables[].hidden: came with v60.1"],
  ["longPress was added to menu.items[]", "new body menu.items[].longPress: came with v60.1"],
  [
    "De eigenschap hidden is toegevoegd aan billtafels en menu.items[].",
    "new request bill.tables[].hidden: came with v60.1; new body menu.items[].hidden: came with v60.1",
  ],
  ["Nieuwe codesoort: round", 'new request scanCode.codeType: has "round", which the spec has not'],
  [
    "The code type round was added, and the code types",
    'new request scanCode.codeType: has "round", which the spec has not',
    "says more",
  ],
  [
    "New values round and qrcode for scanCode.codeType",
    'new request scanCode.codeType: has "round", which the spec has not',
  ],
  [
    "scanCode.codeType heeft een nieuwe waarde qrcode",
    'contradicts request scanCode.codeType: has "qrcode" since v60.1; the spec has v11',
  ],
  [
    "Added menu.shape with values round, flat",
    'new body menu.shape: has the values "round", "flat", came with v60.1',
  ],
  ["New event openDrawer", 'new event openDrawer: the spec has no event "openDrawer"'],
  ["Added menu.icon, which shows a picture", "new body menu.icon: came with v60.1", "says more"],
  ["menu.icon was added to answers, since 48.0.0", "", "another release"],
  ["Added sorting to bill tables", "", "names nothing"],
  ["menu.icon", "", "no word that we know"],
  ["Fixed: menu.icon was empty", "", "tells of a fix"],
  ["menu.icon is vervallen", "", "x-removed-in"],
  ["menu.icon is deprecated, menu.image is new", "", "x-deprecated-in"],
  ["menu.icon was not added", "", "what is not"],
  ["New pages on developers.example.nl and in notes.html", "", "names nothing"],
];

/** Layouts in which `menu.icon` came with v60.1 of 3 February 2026. */
const layouts: readonly string[] = [
  "# N\n\n## Release 60.1 (2026-02-03)\n\n- New: menu.icon",
  "# N\n\n## Versie 60.1 – 3 februari 2026\n\n### Nieuw\n\n- menu.icon",
  "# N\n\n## v60.1, February 3, 2026\n\nAdded menu.icon.",
  "# N\n\n## Nieuw in v60.1.0 (3-2-2026)\n\n- menu.icon",
  "# N\n\n## What’s new in MplusKASSA 60.1, 2026-02-03\n\n- menu.icon",
  "# N\n\n## 60.1 (2026-02-03)\n\n### Opgelost in v60.1\n\n### Nieuw in v60.1\n\n### New\n\n- menu.icon",
  "# N\n\n## 60.1 03-02-2026\n\n## New\n\n- menu.icon",
  "# N\n\nRelease: 60.1\nDate: 3/2/2026\n\n- New: menu.icon",
  "# N\n\n- 60.1 (2026-02-03): added menu.icon",
  "# N\n\n| Version | POS version | Date | Description |\n| - | - | - | - |\n| 60.1 | 60.3.2 | 2026-02-03 | Added menu.icon |",
  "<h1>N</h1><table><tr><td>Release<td>60.1 (2026-02-03)<tr><td>Omschrijving<td>Nieuw: <b>menu.icon</b></table>",
];

/** Headings and sentences that are less clear. */
const pages: readonly NotesCase[] = [
  // The newest POS of its day is not the release.
  ["## 60.1\n\nPOS Version 61.4\n\n- New: menu.icon", "new body menu.icon: came with v60.1"],
  // What ends the entry before, and names no release that we know.
  ["60.1\n\nRelease 61.2.3.4\n\n- New: menu.icon", "new body menu.icon", "begins with a release"],
  ["60.1\n\nVersie 61 (13/13/2026)\n\n- New: menu.icon", "new body menu.icon", "begins with a release"],
  // A heading that does not say that its release is there.
  ["## 60.1\n\n## Gepland voor v61.2\n\n- New: menu.icon", "new body menu.icon", "a heading"],
  ["## 60.1\n\n## Nieuwe kassa's in v61.2\n\n- New: menu.icon", "new body menu.icon", "a heading"],
  ["## 60.1\n\n## Nieuw in 61\n\n- New: menu.icon", "new body menu.icon", "a heading"],
  // It says what was done to all below it, unless a sentence says something else.
  [
    "## Nieuw in v60.1\n\n- menu.icon\n- Fixed: menu.image was empty",
    "new body menu.icon: came with v60.1",
    "tells of a fix",
  ],
  // Within its own entry it leaves the headings beside it to that entry.
  [
    "## 60.1\n\n### Nieuw in v60.1\n\n### Menu\n\n- Nieuw: menu.icon",
    "new body menu.icon: came with v60.1",
    "a heading",
  ],
  // Outside of an entry, a sentence is of the one release that it names, if that is clear.
  ["menu.icon was added in v61.2", "new body menu.icon: came with v61.2"],
  ["Added menu.icon, which shows a picture in v61.2", "", "says more"],
  ["menu.icon was added in v61.2 and v61.3", "", "another release"],
];

const spec = specWith();

/** What is told of release notes: without lines, and what they leave out of the spec; and why some of it is unread. */
async function read(text: string, file = "release-notes.md") {
  const judged = await judgeFile(file, text, spec);
  if (!judged.ok) throw new Error(judged.problems[0]?.message);
  const findings = judged.value.findings.filter(({ verdict }) => !["agrees", "vanished"].includes(verdict));
  const told = toLines(findings.filter(({ verdict }) => verdict !== "unread"));
  const unread = findings.flatMap(({ verdict, message }) => (verdict === "unread" ? [message] : []));
  return {
    told: told.map((line) => line.replace(/ \(\d+\)/, "")).join("; "),
    unread,
    date: judged.value.date,
  };
}

const cases = [...sentences.map(([text, ...want]) => [`## 60.1\n\n- ${text}`, ...want] as const), ...pages];

it.each(cases)("of release notes is told what they say: %j", async (text, told, unread) => {
  expect(await read(`# Notes\n\n${text}\n`)).toMatchObject({
    told,
    unread: unread === undefined ? [] : [expect.stringContaining(unread)],
  });
});

it.each(layouts)("an entry of release notes is found in %j", async (text) => {
  const { told, unread, date } = await read(text, "release-notes");
  expect(told).toBe(
    "new release 60.1: is of 2026-02-03; the spec has no date; new body menu.icon: came with v60.1",
  );
  expect([unread, date]).toEqual([[], "2026-02-03"]);
});
