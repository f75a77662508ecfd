import { describe, expect, it } from "vitest";
import { findDrift } from "../../generator/drift/drift.js";
import type { SourceEntry } from "../../generator/contract/read/dialect.js";
import { against, judgeFile, specWith, toSource } from "./door.js";

const spec = specWith();
const schema = '<schema xmlns="http://www.w3.org/2001/XMLSchema"/>';

/** A file by its name and how it begins, and what it is read as, or why it is not. */
const recognized: readonly (readonly [file: string, beginning: string, want: string])[] = [
  ["a.HTM", "<p>a", "definitions"],
  ["a.md", "[Home](/) # Title", "definitions"],
  ["a.txt", "a", "definitions"],
  ["a", "Shop", "definitions"],
  ["page.html", "<h1>N</h1><p>New in v59.3.4</p>", "definitions"],
  ["page.md", "# JSON\n\n## v59.3.4\n\n## Request objects\n", "definitions"],
  ["a.md", `# On xmlns="http://www.w3.org/2001/XMLSchema"`, "definitions"],
  ["release-notes.md", "# What is new", "release notes"],
  ["page.html", "<html><h2>v59.3.4</h2>", "release notes"],
  ["page.md", "# Webhooks\n\n## Release 59.3.4 (2024-11-19)\n", "release notes"],
  ["page.html", "<h1>N</h1><h2>MplusKASSA v68.0.0 (12 november 2026)</h2>", "release notes"],
  ["API.WSDL", schema, "WSDL"],
  ["types.xsd", schema, "WSDL"],
  ["api", `\ufeff<?xml version="1.0"?>${schema}`, "WSDL"],
  ["page", '<?xml version="1.0"?><html><p>http://schemas.xmlsoap.org/wsdl/', "definitions"],
  ["page.html", "<!DOCTYPE html><p>http://schemas.xmlsoap.org/wsdl/", "definitions"],
  ["tape.NDJSON", "", "recording"],
  ["tape.txt", '\uFEFF {"event": 1}', "recording"],
  ["traffic.json", '{\n  "version": "59.3"\n}', "recording"],
  ["tape", '[\n  {"event": 1}]', "recording"],
  ["a.ndjson", "a\0", "source-not-text"],
  ["a.md", "a\0", "source-not-text"],
  ["a.md", "x".repeat(10_000_001), "source-too-large"],
  ["a.exe", "MZ", "unknown-source"],
];

it.each(recognized)("%s that begins with %j is read as: %s", (file, beginning, want) => {
  const judged = judgeFile(file, beginning, spec);
  expect(judged.ok ? judged.value.kind : judged.problems[0]?.code).toBe(want);
});

describe("drift", () => {
  it("names every source that no reader knows", () => {
    const sources = ["a.exe", "b.md", "c.exe"].map((file) => toSource(file, "MZ"));
    const message = "No reader knows what this is.";
    expect(findDrift(sources, against(spec))).toMatchObject({
      problems: [
        { message, place: { file: "a.exe" } },
        { message, place: { file: "c.exe" } },
      ],
    });
  });

  it("says which file could not be read", () => {
    const read = (): never => {
      throw Object.assign(new Error("broken"), { code: "EACCES" });
    };
    const message = "This file cannot be read: permission is denied.";
    expect(findDrift([{ file: "a.md", read }], against(spec))).toMatchObject({
      problems: [{ message, place: { file: "a.md" } }],
    });
  });
});

const named = (release: string, before: string): string =>
  `${release}: is the newest that the source names; sources.json has ${before}`;

/** What `sources.json` says of release notes, how these begin, and what is told of their age. */
type Entry = Omit<Partial<SourceEntry>, "heading"> & { readonly heading?: string | undefined };
const ages: readonly [entry: Entry, notes: string, ...told: string[]][] = [
  [{ stated: "v7, 2026-01-05", newest: "12.1" }, "12.1 (2026-01-05)"],
  [{ stated: "2025-01-01 to 2026-01-05", newest: "12.1" }, "11.1 (2025-12-31)"],
  [{ newest: "12.1", read: "2025-01-01" }, "13.1", named("13.1", "v12.1")],
  [{}, "13.1", named("13.1", "no release")],
  [
    { stated: "2024-01-01 to 2025-01-01", newest: "12.1" },
    "11.1 (2026-01-01)",
    "the source is of 2026-01-01; sources.json has 2025-01-01",
  ],
  [
    { stated: "v7", newest: "12.1" },
    "12.1 (2026-01-01)",
    "the source is of 2026-01-01; sources.json has no day",
  ],
  // By its kind, where nobody knew its heading.
  [{ heading: undefined, newest: "12.1" }, "13.1", named("13.1", "v12.1")],
  [{ heading: "Other news" }, "13.1", 'sources.json has no source with the heading "News"'],
];

const listing = (...sources: readonly object[]) => specWith({ "sources.json": { sources } });

it.each<(typeof ages)[number]>(ages)(
  "the age of a source is told: of %j, with notes of %s",
  (more, notes, ...told) => {
    const listed = listing(
      { title: "A page", kind: "vendor page", covers: "Little." },
      { title: "Notes", kind: "release notes", covers: "Much.", heading: "News", ...more },
    );
    const judged = judgeFile("release-notes.md", `# News\n\n## ${notes}\n`, listed);
    if (!judged.ok) throw new Error(judged.problems[0]?.message);
    const lines = judged.value.findings.map(({ subject, message }) =>
      subject ? `${subject.path}: ${message}` : message,
    );
    expect(lines.filter((line) => line.includes("sources.json"))).toEqual(told);
  },
);

it("a spec that lists no sources, and recorded traffic, have no age", () => {
  const listed = listing({ title: "A", kind: "vendor page", covers: "Little." });
  const page = judgeFile("a.md", "# A\n\nIt was added in v13", spec);
  const tape = judgeFile("a.ndjson", "", listed);
  expect(JSON.stringify([page, tape])).not.toContain("sources.json has");
});
