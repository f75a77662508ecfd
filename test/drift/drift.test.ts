import { describe, expect, it } from "vitest";
import { readCases } from "../workbench/cases.js";
import { findDriftOf, judgeFile, specWith, toSource } from "./door.js";

const spec = specWith();

interface Cases {
  readonly recognized: readonly (readonly [file: string, beginning: string, want: string])[];
  readonly ages: readonly {
    /** A heading of null is none. */
    readonly entry: Readonly<Record<string, string | null>>;
    readonly page: string;
    readonly told?: string;
  }[];
}

const { recognized, ages } = readCases("drift.yaml", import.meta) as Cases;

it.each([...recognized, ["large.md", "x".repeat(2_000_001), "source-too-large"] as const])(
  "%s that begins with %j is read as: %s",
  (file, beginning, want) => {
    const judged = judgeFile(file, beginning, spec);
    expect(judged.ok ? judged.value.kind : judged.problems[0]?.code).toBe(want);
  },
);

describe("drift", () => {
  it("names every source that no reader knows", () => {
    const sources = ["a.exe", "b.md", "c.exe"].map((file) => toSource(file, "MZ"));
    const message = "The kind of this source is unknown.";
    const problems = ["a.exe", "c.exe"].map((file) => ({ message, place: { file } }));
    expect(findDriftOf(sources, spec)).toMatchObject({ problems });
  });

  it("says which file could not be read", () => {
    const read = (): never => {
      throw Object.assign(new Error("broken"), { code: "EACCES" });
    };
    const message = "This file cannot be read: permission is denied.";
    expect(findDriftOf([{ file: "a.md", read }], spec)).toMatchObject({
      problems: [{ message, place: { file: "a.md" } }],
    });
  });
});

const listing = (...sources: readonly object[]) => specWith({ "sources.json": { sources } });

it.each(ages)("the age of a source is told: of $entry, with a page of $page", ({ entry, page, told }) => {
  const { heading = "News", ...more } = entry;
  const listed = listing(
    { title: "A schema", kind: "SOAP API", covers: "Little." },
    { title: "A page", kind: "vendor page", covers: "Much.", ...(heading !== null && { heading }), ...more },
  );
  const judged = judgeFile("news.md", `# News\n\n${page}\n`, listed);
  if (!judged.ok) throw new Error(judged.problems[0]?.message);
  const lines = judged.value.findings.map(({ subject, message }) =>
    subject ? `${subject.path}: ${message}` : message,
  );
  expect(lines.filter((line) => line.includes("sources.json"))).toEqual(told === undefined ? [] : [told]);
});

it("a spec that lists no sources, and recorded traffic, have no age", () => {
  const listed = listing({ title: "A", kind: "vendor page", covers: "Little." });
  const page = judgeFile("a.md", "# A\n\nIt was added in v13", spec);
  const tape = judgeFile("a.ndjson", "", listed);
  expect(JSON.stringify([page, tape])).not.toContain("sources.json");
});
