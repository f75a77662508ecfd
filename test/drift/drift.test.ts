import { describe, expect, it } from "vitest";
import { findDrift } from "../../generator/drift/drift.js";
import type { SourceEntry } from "../../generator/contract/read/dialect.js";
import { judgeFile, specWith, toSource } from "./door.js";

const spec = specWith();
const schema = '<schema xmlns="http://www.w3.org/2001/XMLSchema"/>';

const recognized: readonly (readonly [file: string, beginning: string, want: string])[] = [
  ["a.HTM", "<p>a", "page"],
  ["a.md", "[Home](/) # Title", "page"],
  ["a.txt", "a", "page"],
  ["a", "Shop", "page"],
  ["release-notes.md", "# What is new\n\n## v59.3.4", "page"],
  ["a.md", `# On xmlns="http://www.w3.org/2001/XMLSchema"`, "page"],
  ["page", '<?xml version="1.0"?><html><p>http://schemas.xmlsoap.org/wsdl/', "page"],
  ["API.WSDL", schema, "WSDL"],
  ["types.xsd", schema, "WSDL"],
  ["api", `\ufeff<?xml version="1.0"?>${schema}`, "WSDL"],
  ["tape.NDJSON", "", "recording"],
  ["tape.txt", '\uFEFF {"event": 1}', "recording"],
  ["traffic.json", '{\n  "version": "59.3"\n}', "recording"],
  ["tape", '[\n  {"event": 1}]', "recording"],
  ["a.ndjson", "a\0", "source-not-text"],
  ["a.md", "a\0", "source-not-text"],
  ["a.md", "x".repeat(2_000_001), "source-too-large"],
  ["a.exe", "MZ", "unknown-source"],
];

it.each(recognized)("%s that begins with %j is read as: %s", (file, beginning, want) => {
  const judged = judgeFile(file, beginning, spec);
  expect(judged.ok ? judged.value.kind : judged.problems[0]?.code).toBe(want);
});

describe("drift", () => {
  it("names every source that no reader knows", () => {
    const sources = ["a.exe", "b.md", "c.exe"].map((file) => toSource(file, "MZ"));
    const message = "The kind of this source is unknown.";
    expect(findDrift(sources, spec)).toMatchObject({
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
    expect(findDrift([{ file: "a.md", read }], spec)).toMatchObject({
      problems: [{ message, place: { file: "a.md" } }],
    });
  });
});

const named = (release: string, before: string): string =>
  `${release}: is the newest release in the source; sources.json has ${before}`;

/** The entry of a page in `sources.json`, the beginning of the page, and the message about its age. */
type Entry = Omit<Partial<SourceEntry>, "heading"> & { readonly heading?: string | undefined };
const ages: readonly [entry: Entry, page: string, ...told: string[]][] = [
  [{ newest: "13.1" }, "v13.1"],
  [{ newest: "13.1" }, "It is of no release."],
  [{ newest: "12.1", read: "2025-01-01" }, "v13.1", named("13.1", "v12.1")],
  [{}, "v13.1", named("13.1", "no release")],
  [{ newest: "12.1" }, "v11.1", "it is an older edition; sources.json has the source up to v12.1"],
  // The message uses the title, or the kind of the page if its heading is unknown.
  [{ title: "News", heading: undefined, newest: "12.1" }, "v13.1", named("13.1", "v12.1")],
  [{ heading: undefined, newest: "12.1" }, "v13.1", named("13.1", "v12.1")],
  [{ heading: "Other news" }, "v13.1", 'sources.json has no source with the heading "News"'],
];

const listing = (...sources: readonly object[]) => specWith({ "sources.json": { sources } });

it.each<(typeof ages)[number]>(ages)(
  "the age of a source is told: of %j, with a page of %s",
  (more, page, ...told) => {
    const listed = listing(
      { title: "A schema", kind: "SOAP API", covers: "Little." },
      { title: "A page", kind: "vendor page", covers: "Much.", heading: "News", ...more },
    );
    const judged = judgeFile("news.md", `# News\n\n${page}\n`, listed);
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
  expect(JSON.stringify([page, tape])).not.toContain("sources.json");
});
