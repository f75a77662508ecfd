import { describe, expect, it } from "vitest";
import { describeDecision } from "../../../generator/drift/propose.js";
import type { SourceContent, SpecSubject } from "../../../generator/drift/source-content.js";
import { toRelease } from "../../../generator/contract/read/dialect.js";
import { fromLine, readCases } from "../cases.js";
import { smallSpec, toSources } from "../../contract/read/small-spec.js";
import { applyProposal, checkFiles, proposeFor, toReading } from "./grounds.js";

const request = (path: string): SpecSubject => ({ side: "request", path });

interface Case {
  readonly name: string;
  readonly rows: readonly string[];
  readonly more?: Partial<SourceContent>;
  /** Parts of the spec that change, as they are then; the word “nothing” is for what is gone. */
  readonly gives: Readonly<Record<string, unknown>>;
  /** What each decision says, in part. */
  readonly decide: readonly string[];
}

const cases = readCases("propose.yaml", import.meta) as readonly Case[];

describe("the spec gets", () => {
  it.each(cases)("$name", ({ rows, more, gives, decide }) => {
    const files = toSources(smallSpec);
    const news = rows.map((row, i) => fromLine(row, { file: "page.html", line: i + 1 }));
    const proposal = proposeFor([toReading(news, more)], files);
    const after = applyProposal(files, proposal);
    const texts = new Map(after.map(({ path, text }) => [path, text]));
    for (const [place, value] of Object.entries(gives))
      expect(find(place, texts) ?? "nothing", place).toEqual(value);
    const said = proposal.decisions
      .filter(({ message }) => !message.startsWith("the source"))
      .map((decision) => `${decision.kind} ${describeDecision(decision)}`);
    expect(said).toEqual(decide.map((words) => expect.stringContaining(words) as string));
    checkFiles(after);
    const paths = Object.keys(gives).map((place) => place.split("#")[0]);
    expect(new Set(proposal.files.map(({ path }) => path))).toEqual(new Set(paths));
  });
});

function find(place: string, texts: ReadonlyMap<string, string>): unknown {
  const [file = "", pointer = ""] = place.split("#");
  const tokens = pointer.split("/").slice(1);
  return tokens.reduce<unknown>(
    (value, token) => (value as Record<string, unknown>)[token],
    JSON.parse(texts.get(file) ?? "{}"),
  );
}

describe("a proposal", () => {
  const entry = { title: "Pages", kind: "vendor page", covers: "All." };
  const sources = { ...entry, stated: "2024-01-02 to 2024-03-04", newest: "12" };
  const claim = (path: string) => ({
    source: "The page",
    claim: `request ${path} type`,
    hash: "0123456789abcdef",
    why: "So.",
  });
  const sentence = { source: "The page", hash: "0123456789abcdef", words: "So." };

  it("says how far a source goes, and drops reviews that fit nothing in it", () => {
    const reviewed = {
      claims: [claim("scanCode"), claim("bill")],
      sentences: [sentence, { ...sentence, source: "Another" }],
    };
    const files = toSources({
      ...smallSpec,
      "sources.json": { sources: [sources] },
      "drift/reviewed.json": reviewed,
    });
    const reading = toReading([], { newest: toRelease("13.0.2"), date: "2025-01-02" });
    const proposal = proposeFor([reading], files);
    const texts = new Map(proposal.files.map(({ path, after }) => [path, JSON.parse(after) as unknown]));
    expect(texts.get("sources.json")).toEqual({
      sources: [
        {
          ...sources,
          heading: "The page",
          stated: "2024-01-02 to 2025-01-02",
          newest: "13.0.2",
          read: "2026-02-03",
        },
      ],
    });
    expect(texts.get("drift/reviewed.json")).toEqual({
      claims: [],
      sentences: [{ ...sentence, source: "Another" }],
    });
    expect(proposal.decisions).toEqual([]);
    expect(proposeFor([reading], applyProposal(files, proposal)).files).toEqual([]);
  });

  it("leaves all lines alone that it need not change", () => {
    const files = toSources(smallSpec);
    const rows = [{ ...request("scanCode.codeType"), values: ["barcode", "qrcode", "nfc"] }];
    const [{ before = "", after } = { after: "" }] = proposeFor([toReading(rows)], files).files;
    const lines = before.split("\n");
    expect(
      after
        .split("\n")
        .filter((line) => !lines.includes(line))
        .map((line) => line.trim()),
    ).toEqual(['"enum": ["barcode", "rfid", "qrcode", "nfc"],']);
  });

  it("of nothing is empty", () => {
    expect(proposeFor([toReading([])], toSources(smallSpec))).toEqual({ files: [], decisions: [] });
  });
});
