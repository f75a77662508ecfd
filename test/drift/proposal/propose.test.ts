import { describe, expect, it } from "vitest";
import { describeDecision } from "../../../generator/drift/propose.js";
import { isOpenVerdict, nameSubject } from "../../../generator/drift/source-content.js";
import { changeSpec, smallSpec, toSources, type Changes } from "../../contract/read/small-spec.js";
import { readCases } from "../cases.js";
import { applyProposal, checkFiles, driftTexts } from "./grounds.js";

interface Case {
  readonly name: string;
  readonly sources: Readonly<Record<string, string>>;
  /** The changed parts of the spec. */
  readonly gives: Readonly<Record<string, unknown>>;
  readonly decide: readonly string[];
}

const { spec, cases } = readCases("propose.yaml", import.meta) as { spec: Changes; cases: readonly Case[] };

describe("the spec gets", () => {
  it.each(cases)("$name", ({ sources, gives, decide }) => {
    const files = toSources(changeSpec(spec));
    const { proposal } = driftTexts(sources, files);
    const after = applyProposal(files, proposal);
    const texts = new Map(after.map(({ path, text }) => [path, text]));
    for (const [place, value] of Object.entries(gives)) expect(find(place, texts), place).toEqual(value);
    const said = proposal.decisions.map((decision) => `${decision.kind} ${describeDecision(decision)}`);
    expect(said).toEqual(decide.map((words) => expect.stringContaining(words) as string));
    const paths = Object.keys(gives).map((place) => place.split("#")[0]);
    expect(new Set(proposal.files.map(({ path }) => path))).toEqual(new Set(paths));
    checkFiles(after);
    const again = driftTexts(sources, after);
    const written = proposal.decisions.flatMap(({ kind, subject }) =>
      kind === "write" && subject ? nameSubject(subject) : [],
    );
    const left = again.sources
      .flatMap(({ findings }) => findings)
      .flatMap(({ verdict, subject }) => (isOpenVerdict(verdict) && subject ? nameSubject(subject) : []));
    expect(left.filter((name) => written.some((part) => name.startsWith(part)))).toEqual([]);
    expect(again.proposal.files).toEqual([]);
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
  const page = `# The page\n## Responses\n### scanCode
| Property | Type | Since | Explanation |\n|---|---|---|---|
| recognized | boolean (optional) | | |\n| icon | boolean (optional) | 13.1 | Shows a picture. |\n`;
  const source = { title: "The page", kind: "vendor page", newest: "12.1", covers: "All." };
  const words =
    "It says nothing that the spec could have, and says so in so many words that it takes a line.";
  const toEntry = (_: unknown, i: number) =>
    `    { "source": "The page", "hash": "${String(i).padStart(16, "0")}", "words": "${words}" }`;
  const writeReviews = (count: number): string =>
    `{\n  "claims": [],\n  "sentences": [\n${Array.from({ length: count }, toEntry).join(",\n")}\n  ]\n}\n`;
  const afterReviews = (reviews: string): ReadonlyMap<string, string> => {
    const more = { "sources.json": { sources: [source] }, "drift/reviewed.json": reviews };
    const { files } = driftTexts({ "page.md": page }, toSources({ ...smallSpec, ...more })).proposal;
    return new Map(files.map(({ path, after }) => [path, after]));
  };

  it("changes only the lines that it has to, notes how far a page goes, and drops reviews that are lost", () => {
    const after = afterReviews(writeReviews(30));
    expect(JSON.parse(after.get("sources.json") ?? "")).toEqual({
      sources: [{ ...source, newest: "13.1", read: "2026-02-03" }],
    });
    expect(after.get("drift/reviewed.json")).toMatch(
      /^\{\n {2}"claims": \[\],\n {2}"sentences": \[\n {4}\{ "source": "The page", .*"of": "response scanCode.icon".*\}\n {2}\]\n\}\n$/,
    );
  });

  it("keeps all reviews where so many are lost that the page may not be whole", () => {
    const [start = "", end] = writeReviews(31).split(/(?=\n {2}\]\n)/);
    const reviews = afterReviews(start + (end ?? "")).get("drift/reviewed.json") ?? "";
    expect(
      reviews.startsWith(`${start},\n    { "source": "The page", "place": "Responses > scanCode",`),
    ).toBe(true);
    expect(reviews.split("\n")).toHaveLength(start.split("\n").length + 4);
  });

  it("of nothing is empty", () => {
    expect(driftTexts({}, toSources(smallSpec)).proposal).toEqual({ files: [], decisions: [] });
  });
});
