import { describe, expect, it } from "vitest";
import { drift, type Against, type JudgedSource } from "../../generator/drift/drift.js";
import type { Finding } from "../../generator/drift/judge/finding.js";
import { peek } from "../../generator/drift/peek.js";
import { placeFinding } from "../../generator/drift/place-finding.js";
import type { Reading } from "../../generator/drift/reading.js";
import { toReviewEntry } from "../../generator/drift/review-entry.js";
import type { Outcome } from "../../generator/problem/problem.js";
import { linkSmallSpec, type Changes } from "../spec/small-spec.js";
import { claim, release, remark, title, toReader, toReading, toSource } from "./stub.js";

/** What sources are held against: the small spec, changed. */
const toAgainst = (changes: Changes = {}): Against => ({
  spec: linkSmallSpec(changes),
  readers: [toReader(toReading())],
});

/** What comes of one page. */
async function judgePage(reading: Partial<Reading>, changes: Changes = {}): Promise<JudgedSource> {
  const outcome = await drift([toSource("page.md", "x")], {
    ...toAgainst(changes),
    readers: [toReader(toReading(reading))],
  });
  const [source] = outcome.ok ? outcome.value.sources : [];
  if (!source) throw new Error("nothing was judged");
  return source;
}

const problems = (outcome: Outcome<unknown>): readonly string[] =>
  outcome.ok ? [] : outcome.problems.map(({ message, place }) => `${place?.file ?? ""}: ${message}`);

describe("drift", () => {
  it("reads each source by the first reader that knows what it is", async () => {
    const sources = [toSource("a.md", "x"), toSource("b.md", "y", "z")];
    const outcome = await drift(sources, toAgainst());
    expect(outcome.ok && outcome.value.sources.map(({ file, kind }) => [file, kind])).toEqual([
      ["a.md", "definitions"],
      ["b.md", "definitions"],
    ]);
  });

  it("names every source that no reader knows, and leaves none of them open", async () => {
    const sources = [toSource("a.exe", "MZ"), toSource("b.md", "x"), toSource("c.exe", "MZ", "MZ")];
    const outcome = await drift(sources, toAgainst());
    const message = "No reader knows what this is.";
    expect(problems(outcome)).toEqual([`a.exe: ${message}`, `c.exe: ${message}`]);
    expect(sources.map(({ isClosed }) => isClosed())).toEqual([true, true, true]);
  });

  it("says which file could not be read to its end", async () => {
    const chunks = toSource("", "x").chunks;
    async function* breaking(): AsyncGenerator<Uint8Array> {
      yield* chunks;
      throw Object.assign(new Error("broken"), { code: "EACCES" });
    }
    const outcome = await drift([{ file: "a.md", chunks: breaking() }], toAgainst());
    expect(problems(outcome)).toEqual(["a.md: This file cannot be read: permission is denied."]);
  });
});

describe("a source at whose beginning one looked", () => {
  it.each([[[]], [["a"]], [["a", "b", "c"]], [["x".repeat(70_000), "y", "z"]]])(
    "is whole: %#",
    async (pieces) => {
      const peeked = await peek(toSource("a.md", ...pieces));
      let text = "";
      for await (const chunk of peeked.source.chunks) text += new TextDecoder().decode(chunk);
      expect(text).toBe(pieces.join(""));
      expect(text.startsWith(peeked.beginning)).toBe(true);
    },
  );
});

const entry = { title: "A page", heading: title, kind: "vendor page", covers: "Much." };
const listed = (...sources: readonly object[]): Changes => ({ "sources.json": { sources } });

interface Age {
  readonly name: string;
  readonly given: readonly [reading: Partial<Reading>, spec: Changes];
  readonly want: readonly string[];
}

const ages: readonly Age[] = [
  {
    name: "is as old as it is known to be",
    given: [
      { newest: release(12), date: "2026-01-05" },
      listed({ ...entry, newest: "12", stated: "v7, 2026-01-05" }),
    ],
    want: [],
  },
  {
    name: "is older than that",
    given: [
      { newest: release(11), date: "2025-12-31" },
      listed({ ...entry, newest: "12", stated: "2025-01-01 to 2026-01-05" }),
    ],
    want: [],
  },
  {
    name: "names a newer release",
    given: [{ newest: release(13) }, listed({ ...entry, newest: "12" })],
    want: ["13: is the newest that the source names; sources.json has v12"],
  },
  {
    name: "names a release where none was known",
    given: [{ newest: release(13) }, listed(entry)],
    want: ["13: is the newest that the source names; sources.json has no release"],
  },
  {
    name: "is of a later day",
    given: [{ date: "2026-02-01" }, listed({ ...entry, stated: "2025-01-01 to 2026-01-05" })],
    want: ["the source is of 2026-02-01; sources.json has 2026-01-05"],
  },
  {
    name: "is known by its kind, where nothing else of the kind has a heading to know it by",
    given: [
      { kind: "release notes", newest: release(12) },
      listed({ title: "Notes", kind: "release notes", newest: "12", covers: "x" }),
    ],
    want: [],
  },
  {
    name: "is listed nowhere",
    given: [{}, listed({ ...entry, heading: "Another page" })],
    want: [`sources.json has no source with the heading "${title}"`],
  },
  { name: "is listed nowhere, as the spec lists no sources", given: [{ newest: release(13) }, {}], want: [] },
  {
    name: "is recorded traffic",
    given: [{ kind: "traffic", title: "", newest: release(13) }, listed(entry)],
    want: [],
  },
];

describe("the age of a source", () => {
  it.each(ages)("that $name", async ({ given, want }) => {
    const { findings } = await judgePage(...given);
    const said = findings.map(({ subject, message }) => (subject ? `${subject.path}: ${message}` : message));
    expect(said).toEqual(want);
    expect(findings.every(({ verdict }) => verdict === "new")).toBe(true);
  });
});

const codeType = { side: "request", path: "scanCode.codeType" } as const;
const isInteger = { about: "type", type: "integer" } as const;
const known = listed(entry);

describe("the entry that reviews a finding", () => {
  /** Adds the entries of all findings to the spec, with words of a person's own where they are wanted. */
  const review = ({ findings, ...source }: JudgedSource): Changes => {
    const lists: Record<"claims" | "sentences", object[]> = { claims: [], sentences: [] };
    for (const finding of findings) {
      const made = toReviewEntry(finding, source);
      if (!made) continue;
      const own = Object.entries(made.entry).map(([key, value]) => [
        key,
        value === "" ? "Seen." : (value as unknown),
      ]);
      lists[made.list].push(Object.fromEntries(own) as object);
    }
    return { ...known, "drift/reviewed.json": lists };
  };

  const reading: Partial<Reading> = {
    claims: [
      claim(codeType, isInteger, 3),
      claim({ side: "response", path: "scanCode.colour" }, { about: "existence" }, 4, "Another row."),
    ],
    remarks: [remark("A sentence.", 5), remark("What it is for.", 6, { of: codeType })],
  };

  it("makes it quiet", async () => {
    const before = await judgePage(reading, known);
    expect(before.findings.map(({ verdict }) => verdict)).toEqual(["contradicts", "new", "unread", "unread"]);
    const after = await judgePage(reading, review(before));
    expect(after.findings.map(({ verdict }) => verdict)).toEqual([
      "reviewed",
      "reviewed",
      "no claim",
      "no claim",
    ]);
  });

  it("makes quiet what a source that lists everything leaves out", async () => {
    const all = { lists: "everything", claims: [] } as const;
    const before = await judgePage(all, known);
    expect(new Set(before.findings.map(({ verdict }) => verdict))).toEqual(new Set(["vanished"]));
    const after = await judgePage(all, review(before));
    expect(new Set(after.findings.map(({ verdict }) => verdict))).toEqual(new Set(["reviewed"]));
  });

  it("is not made for a review that fits nothing: that one is to be taken out", async () => {
    const before = await judgePage(reading, known);
    const { findings, ...source } = await judgePage({}, review(before));
    expect(findings.map(({ verdict }) => verdict)).toEqual(Array(4).fill("vanished"));
    expect(findings.flatMap((finding) => toReviewEntry(finding, source) ?? [])).toEqual([]);
  });
});

describe("the place in the spec of a finding", () => {
  const finding = (more: Partial<Finding>): Finding => ({ verdict: "contradicts", message: "x", ...more });
  const spec = linkSmallSpec({
    ...known,
    "drift/reviewed.json": {
      claims: [
        { source: title, claim: "request scanCode.codeType type", hash: "0123456789abcdef", why: "So." },
      ],
      sentences: [{ source: title, hash: "0123456789abcdef", words: "Nothing." }],
    },
  });

  it.each<[string, Partial<Finding>, string | undefined]>([
    ["a property", { subject: codeType }, "requests/scanCode.json#/properties/codeType"],
    [
      "a property in an array",
      { subject: { side: "request", path: "bill.tables[].number" } },
      "common/table.json#/properties/number",
    ],
    [
      "a property that there is not",
      { subject: { side: "response", path: "scanCode.colour" } },
      "responses/scanCode.json#",
    ],
    ["a part that there is not", { subject: { side: "response", path: "form.x" } }, "envelope.json#"],
    ["an event", { subject: { side: "event", path: "printBill" } }, "events/printBill.json#"],
    ["an event that there is not", { subject: { side: "event", path: "x" } }, "envelope.json#"],
    ["a release", { subject: { side: "release", path: "14" } }, "releases.json#"],
    ["a review of a claim", { reviewed: spec.reviewed.claims[0] as never }, "drift/reviewed.json#/claims/0"],
    [
      "a review of a sentence",
      { reviewed: spec.reviewed.sentences[0] as never },
      "drift/reviewed.json#/sentences/0",
    ],
    ["a sentence about nothing we know", {}, undefined],
  ])("%s", (_, more, want) => {
    const place = placeFinding(finding(more), spec);
    expect(place && `${place.file}#${place.pointer}`).toBe(want);
  });
});
