import { expect, it } from "vitest";
import { judgeAge, type Aged } from "../../generator/drift/ages.js";
import { renewSources } from "../../generator/drift/renew-sources.js";
import type { SourceEntry, SourcesFile } from "../../generator/spec/dialect.js";
import { release, title } from "./stub.js";

const other: SourceEntry = {
  title: "Another page",
  kind: "vendor page",
  heading: "Other",
  covers: "Little.",
};
const page: SourceEntry = { title: "A page", heading: title, kind: "vendor page", covers: "Much." };
const notes: SourceEntry = { title: "Notes", kind: "release notes", covers: "Releases." };

interface Case {
  readonly name: string;
  readonly given: readonly [entry: SourceEntry, said: Aged];
  /** What is in the entry, in its order. */
  readonly want: SourceEntry;
}

const today = "2026-03-04";
const aged = (more: Partial<Aged>): Aged => ({ kind: "definitions", title, ...more });

const cases: readonly Case[] = [
  {
    name: "names no newer release",
    given: [{ ...page, newest: "12" }, aged({ newest: release(12) })],
    want: { ...page, newest: "12" },
  },
  {
    name: "names a newer release",
    given: [{ ...page, newest: "12", read: "2025-01-01" }, aged({ newest: release(13) })],
    want: { ...page, newest: "13", read: today },
  },
  {
    name: "is of a later day",
    given: [{ ...page, stated: "2024-01-01 to 2025-01-01" }, aged({ date: "2026-01-01" })],
    want: { ...page, stated: "2024-01-01 to 2026-01-01", read: today },
  },
  {
    name: "is of a later day, and names an older release",
    given: [
      { ...page, stated: "2025-01-01", newest: "12" },
      aged({ date: "2026-01-01", newest: release(11) }),
    ],
    want: { ...page, stated: "2026-01-01", newest: "12", read: today },
  },
  {
    name: "is of a day where none was stated",
    given: [{ ...page, stated: "v7" }, aged({ date: "2026-01-01" })],
    want: { ...page, stated: "v7, 2026-01-01", read: today },
  },
  {
    name: "has a heading that nobody knew",
    given: [notes, aged({ kind: "release notes", title: "News", newest: release(13) })],
    want: { ...notes, heading: "News", newest: "13", read: today },
  },
];

it.each(cases)(
  "the entry of a source is as it was but for what is newer: one that $name",
  ({ given, want }) => {
    const [entry, said] = given;
    const sources = [other, entry];
    const text = `${JSON.stringify({ sources }, null, 2)}\n`;
    const after = renewSources(text, [said], { sources, today });
    const read = JSON.parse(after) as SourcesFile;
    expect(read.sources).toEqual([other, want]);
    expect(after.split("\n").filter((line) => !text.includes(line.replace(/,$/, ""))).length).toBe(
      Object.entries(want).filter(([key, value]) => entry[key as keyof SourceEntry] !== value).length,
    );
    expect(judgeAge(said, read.sources)).toEqual([]);
  },
);

it("the keys of an entry keep their order", () => {
  const after = renewSources(
    JSON.stringify({ sources: [notes] }, null, 2),
    [aged({ kind: "release notes", title: "News", newest: release(13), date: "2026-01-01" })],
    { sources: [notes], today },
  );
  const [entry = notes] = (JSON.parse(after) as SourcesFile).sources;
  expect(Object.keys(entry)).toEqual(["title", "heading", "kind", "stated", "newest", "read", "covers"]);
});
