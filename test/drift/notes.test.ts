import { expect, it } from "vitest";
import { indexContract } from "../../generator/drift/contract.js";
import { readPage } from "../../generator/drift/read-page.js";
import { readReleaseNotes } from "../../generator/drift/release-notes.js";
import { buildModel } from "../../generator/contract/model/build.js";
import { formatRelease } from "../../generator/base/time/release.js";
import { specWith } from "./door.js";
import { listLines, readCases } from "./cases.js";

const spec = specWith();
const contract = indexContract(buildModel(spec), spec.names);

function read(file: string, text: string) {
  const page = readPage(file, text);
  if (!page.ok) throw new Error(page.problems[0]?.message);
  return readReleaseNotes(page.value, file, contract);
}

interface Told {
  readonly text: string;
  readonly made: readonly string[];
}

interface Cases {
  /** Sentences below the heading of v60.1; of which nothing is made are for people. */
  readonly sentences: readonly Told[];
  /** In which `bill.icon` came with v60.1 of 3 February 2026. */
  readonly layouts: readonly string[];
  readonly pages: readonly Told[];
}

const { sentences, layouts, pages } = readCases("notes.yaml", import.meta) as Cases;

it.each(sentences)("of release notes is told what they say: $text", ({ text, made }) => {
  const { rows, sentences: left, ...rest } = read("release-notes.md", `# N\n\n## v60.1\n\n- ${text}\n`);
  const lines = listLines({ ...rest, rows: rows.slice(1), sentences: left });
  expect(lines).toEqual(made.length > 0 ? made : [`“${text}”`]);
  expect(left.every(({ releases = [] }) => releases.map(formatRelease).join() === "60.1")).toBe(true);
});

it.each(layouts)("an entry of release notes is found in %j", (text) => {
  const reading = read("notes.md", text);
  expect(listLines(reading)).toEqual(["release 60.1: of 2026-02-03", "request bill.icon: since 60.1"]);
  expect(reading).toMatchObject({ title: "N", date: "2026-02-03", count: 2, lists: "some" });
});

it.each(pages)("release notes are read by their headings: $text", ({ text, made }) => {
  const lines = listLines(read("notes.md", `# N\n\n${text}\n`));
  expect([...lines].sort()).toEqual([...made].sort());
});

it.each([
  ["2026-02-30", undefined],
  ["31-12-2025", "2025-12-31"],
  ["1 maart 2026", "2026-03-01"],
  ["Okt 9 2025", "2025-10-09"],
  ["9 oktember 2025", "2025-10-09"],
])("the day of an entry is read: %s", (day, want) => {
  expect(read("notes.md", `## 60.1 (${day})`).date).toBe(want);
});
