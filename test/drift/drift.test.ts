import { describe, expect, it } from "vitest";
import { drift } from "../../generator/drift/drift.js";
import type { Finding } from "../../generator/drift/judge/finding.js";
import { peek } from "../../generator/drift/peek.js";
import { buildModel } from "../../generator/model/build.js";
import { createPaths } from "../../generator/model/paths.js";
import { placeFinding } from "../../generator/drift/place-finding.js";
import { lintSpec } from "../../generator/spec/lint/lint-spec.js";
import { readDialect } from "../../generator/package/package-files.js";
import type { SourceFile } from "../../generator/spec/read/read-spec.js";
import type { SourceEntry, SourcesFile } from "../../generator/spec/dialect.js";
import { changeSpec, linkSmallSpec, toSources, type Changes } from "../spec/small-spec.js";
import { judgeFile, specWith, toChunks } from "./door.js";

const spec = specWith();
const schema = '<schema xmlns="http://www.w3.org/2001/XMLSchema"/>';

/** A file by its name and how it begins, and what it is read as, or why it is not. */
const recognized: readonly (readonly [file: string, beginning: string, want: string])[] = [
  ["a.HTM", "<p>a", "definitions"],
  ["a.md", "[Home](/) # Title", "definitions"],
  ["a.txt", "a", "definitions"],
  ["page.html", "<h1>N</h1><p>New in v59.3.4</p>", "definitions"],
  ["definitions.html", "<h1>JSON</h1><p>The form was added in v59.3.4.</p>", "definitions"],
  ["notes.md", `# Notes on xmlns="http://www.w3.org/2001/XMLSchema"`, "definitions"],
  ["release-notes.md", "# What is new", "release notes"],
  ["page.html", "<html><h2>v59.3.4</h2>", "release notes"],
  ["page.md", "# Webhooks\n\n## Release 59.3.4 (2024-11-19)\n", "release notes"],
  ["page.txt", "Versie 59.3.4 (19-11-2024)\n", "release notes"],
  ["page.html", "<h1>N</h1><h2>MplusKASSA v68.0.0 (12 november 2026)</h2>", "release notes"],
  ["API.WSDL", schema, "WSDL"],
  ["types.xsd", schema, "WSDL"],
  ["api", `\ufeff<?xml version="1.0"?>${schema}`, "WSDL"],
  ["tape.har", "", "traffic"],
  ["tape.NDJSON", "", "traffic"],
  ["tape.txt", '\uFEFF {"event": 1}', "traffic"],
  ["traffic.json", '{\n  "version": "59.3"\n}', "traffic"],
  ["tape", '[\n  {"event": 1}]', "traffic"],
  ["page.html", "<!DOCTYPE html><p>http://schemas.xmlsoap.org/wsdl/", "definitions"],
  ["a", "<h1>Shop</h1>", "unknown-source"],
  ["a.md", "a\0", "source-not-text"],
  ["a.exe", "MZ", "unknown-source"],
];

it.each(recognized)("%s that begins with %j is read as: %s", async (file, beginning, want) => {
  const judged = await judgeFile(file, beginning, spec);
  expect(judged.ok ? judged.value.kind : judged.problems[0]?.code).toBe(want);
});

describe("drift", () => {
  it("names every source that no reader knows, and leaves none of them open", async () => {
    let open = 3;
    async function* read(text: string): AsyncGenerator<Uint8Array> {
      try {
        yield* toChunks(text, 1);
      } finally {
        open -= 1;
      }
    }
    const sources = ["a.exe", "b.md", "c.exe"].map((file) => ({ file, chunks: read("MZ") }));
    const outcome = await drift(sources, { spec });
    const message = "No reader knows what this is.";
    expect(outcome).toMatchObject({
      problems: [
        { message, place: { file: "a.exe" } },
        { message, place: { file: "c.exe" } },
      ],
    });
    expect(open).toBe(0);
  });

  it("says which file could not be read to its end", async () => {
    async function* breaking(): AsyncGenerator<Uint8Array> {
      yield* toChunks("x");
      throw Object.assign(new Error("broken"), { code: "EACCES" });
    }
    const outcome = await drift([{ file: "a.md", chunks: breaking() }], { spec });
    const message = "This file cannot be read: permission is denied.";
    expect(outcome).toMatchObject({ problems: [{ message, place: { file: "a.md" } }] });
  });

  it.each([
    ["", 1],
    ["abc", 1],
    ["x".repeat(70_000), 30_000],
  ])("reads a source whole at whose beginning it looked: %#", async (text, size) => {
    const peeked = await peek({ file: "a.md", chunks: toChunks(text, size) });
    let whole = "";
    for await (const chunk of peeked.source.chunks) whole += new TextDecoder().decode(chunk);
    expect(whole).toBe(text);
    expect(whole.startsWith(peeked.beginning)).toBe(true);
  });
});

const today = "2026-03-04";
const named = (release: string, before: string): string =>
  `${release}: is the newest that the source names; sources.json has ${before}`;

/** What `sources.json` says of release notes, how these begin, what is told, and what `sources.json` says then. */
type Entry = Omit<Partial<SourceEntry>, "heading"> & { readonly heading?: string | undefined };
type Age = readonly [entry: Entry, notes: string, told: readonly string[], then?: Entry];
const ages: readonly Age[] = [
  [{ stated: "v7, 2026-01-05", newest: "12.1" }, "12.1 (2026-01-05)", []],
  [{ stated: "2025-01-01 to 2026-01-05", newest: "12.1" }, "11.1 (2025-12-31)", []],
  [{ newest: "12.1", read: "2025-01-01" }, "13.1", [named("13.1", "v12.1")], { newest: "13.1", read: today }],
  [{}, "13.1", [named("13.1", "no release")], { newest: "13.1", read: today }],
  [
    { stated: "2024-01-01 to 2025-01-01", newest: "12.1" },
    "11.1 (2026-01-01)",
    ["the source is of 2026-01-01; sources.json has 2025-01-01"],
    { stated: "2024-01-01 to 2026-01-01", newest: "12.1", read: today },
  ],
  [
    { stated: "v7", newest: "12.1" },
    "12.1 (2026-01-01)",
    ["the source is of 2026-01-01; sources.json has no day"],
    { stated: "v7, 2026-01-01", newest: "12.1", read: today },
  ],
  // By its kind, where nobody knew its heading: that is written, too.
  [
    { heading: undefined },
    "13.1 (2026-01-01)",
    [named("13.1", "no release"), "the source is of 2026-01-01; sources.json has no day"],
    { heading: "News", stated: "2026-01-01", newest: "13.1", read: today },
  ],
  [{ heading: "Other news" }, "13.1", ['sources.json has no source with the heading "News"']],
];

for (const [more, notes, told, then] of ages)
  it(`the age of a source is told, and renewed: ${JSON.stringify(more)}, its notes begin with ${notes}`, async () => {
    const toEntry = ({ heading, ...rest }: Entry) => ({
      ...{ title: "Notes", ...(heading !== undefined && { heading }), kind: "release notes", ...rest },
      covers: "Much.",
    });
    const other = { title: "A page", kind: "vendor page", covers: "Little." };
    const changes: Changes = { "sources.json": { sources: [other, toEntry({ heading: "News", ...more })] } };
    const files = toSources(changeSpec(changes));
    const editing = { files, lint: (given: readonly SourceFile[]) => lintSpec(given, readDialect()), today };
    const source = { file: "release-notes.md", chunks: toChunks(`# News\n\n## ${notes}\n`) };
    const outcome = await drift([source], { spec: linkSmallSpec(changes), editing });
    if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
    const [judged] = outcome.value.sources;
    const lines = judged?.findings.map(({ subject, message }) =>
      subject ? `${subject.path}: ${message}` : message,
    );
    expect(lines?.filter((line) => line.includes("sources.json"))).toEqual(told);
    const renewed = outcome.value.proposal.files.find(({ path }) => path === "sources.json");
    const read = renewed && (JSON.parse(renewed.after) as SourcesFile).sources;
    // In this order of the keys.
    expect(JSON.stringify(read)).toBe(then && JSON.stringify([other, toEntry({ heading: "News", ...then })]));
  });

it("a spec that lists no sources, and recorded traffic, have no age", async () => {
  const listed = specWith({
    "sources.json": { sources: [{ title: "A", kind: "vendor page", covers: "Little." }] },
  });
  for (const judged of [
    await judgeFile("a.md", "# A\n\nIt was added in v13", spec),
    await judgeFile("a.har", "", listed),
  ])
    expect(JSON.stringify(judged)).not.toContain("sources.json has");
});

const reviewed = {
  claims: [{ source: "A", claim: "request scanCode.codeType type", hash: "0123456789abcdef", why: "So." }],
  sentences: [{ source: "A", hash: "0123456789abcdef", words: "Nothing." }],
};
const withReviews = specWith({ "drift/reviewed.json": reviewed });
const request = (path: string) => ({ subject: { side: "request", path } }) as const;
const response = (path: string) => ({ subject: { side: "response", path } }) as const;
const ofEvent = (path: string) => ({ subject: { side: "event", path } }) as const;

it.each<[string, Partial<Finding>, string | undefined]>([
  ["a property", request("scanCode.codeType"), "requests/scanCode.json#/properties/codeType"],
  ["a property in an array", request("bill.tables[].number"), "common/table.json#/properties/number"],
  ["a property that there is not", response("scanCode.colour"), "responses/scanCode.json#"],
  ["a part that there is not", response("form.x"), "envelope.json#"],
  ["an event", ofEvent("printBill"), "events/printBill.json#"],
  ["an event that there is not", ofEvent("x"), "envelope.json#"],
  ["a release", { subject: { side: "release", path: "14" } }, "releases.json#"],
  [
    "a claim's review",
    { reviewed: withReviews.reviewed.claims[0] as never },
    "drift/reviewed.json#/claims/0",
  ],
  [
    "a sentence's",
    { reviewed: withReviews.reviewed.sentences[0] as never },
    "drift/reviewed.json#/sentences/0",
  ],
  ["a sentence about nothing we know", {}, undefined],
])("the place in the spec of a finding: %s", (_, more, want) => {
  const finding = { verdict: "contradicts" as const, message: "x", ...more };
  const place = placeFinding(finding, withReviews, createPaths(buildModel(withReviews)));
  expect(place && `${place.file}#${place.pointer}`).toBe(want);
});
