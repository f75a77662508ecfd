import { describe, expect, it } from "vitest";
import { isOpenVerdict, type JudgedSource } from "../../generator/drift/source-content.js";
import { toReviewEntry } from "../../generator/drift/reviews.js";
import type { Changes } from "../contract/read/small-spec.js";
import { object } from "../workbench/small-spec.js";
import { readCases } from "../workbench/cases.js";
import { judgeFile, specWith, tell, toLines } from "./door.js";

interface Cases {
  readonly shops: Readonly<Record<string, string>>;
  /** The findings without line numbers. */
  readonly toldOfShops: readonly string[];
  readonly cases: readonly {
    readonly name: string;
    readonly file: string;
    readonly given: string;
    readonly told: readonly string[];
  }[];
}

const { shops, toldOfShops, cases } = readCases("pages.yaml", import.meta) as Cases;
const spec = specWith();

describe("of a page is told what it says, and where:", () => {
  it.each(cases)("$name", ({ file, given, told }) => {
    expect(tell(file, given, spec)).toEqual(told);
    expect(tell(file, given.replaceAll("\n", "\r\n"), spec)).toEqual(told);
  });

  it.each(Object.entries(shops))("the same in each form: %s", (file, given) => {
    const told = tell(file, given, spec);
    expect(told.map((line) => line.replace(/ \(\d+\)/, ""))).toEqual(toldOfShops);
  });
});

function judge(file: string, given: string, by = spec): JudgedSource {
  const judged = judgeFile(file, given, by);
  if (!judged.ok) throw new Error(judged.problems[0]?.message);
  return judged.value;
}

/** Reviews every open item, with made-up words where a person must write some. */
function review(source: JudgedSource): Changes {
  const lists: Record<string, object[]> = { claims: [], sentences: [] };
  for (const finding of source.findings) {
    const made = isOpenVerdict(finding.verdict) ? toReviewEntry(finding, source) : undefined;
    if (!made) continue;
    const own = Object.entries(made.entry).map(([key, value]) => [key, value === "" ? "Seen." : value]);
    const entry = Object.fromEntries(own) as object;
    const list = lists[made.list] ?? [];
    if (!list.some((other) => JSON.stringify(other) === JSON.stringify(entry))) list.push(entry);
  }
  return { "drift/reviewed.json": lists };
}

const loudIn = ({ findings }: JudgedSource) =>
  toLines(findings.filter(({ verdict }) => isOpenVerdict(verdict)));

const shop: Changes = {
  "envelope.json#/carries/door": {},
  "events/printBill.json#/carries/shelf": {},
  "events/openDoor.json": { description: "Somebody comes.", carries: { shelf: {} }, answers: {} },
  "requests/door.json": object(
    "Door",
    { open: { type: "boolean" }, name: { type: "string" }, hinge: { type: "string" } },
    ["open"],
  ),
  "requests/shelf.json": {
    ...object("Shelf", { size: { type: "integer" } }, ["size"]),
    "x-added-in": "13.0.2",
  },
};

const changes = readCases("page-changes.yaml", import.meta) as readonly {
  readonly from: string;
  readonly to: string;
  readonly told: readonly string[];
}[];

const lineChanges: readonly ((line: string) => string)[] = [
  () => "",
  (line) => line.trimEnd().replace(/\.?(?=(?: \|)?$)/, " somehow"),
];

describe("a page that was reviewed", () => {
  const known = Object.entries(shops).map(([file, given]) => {
    const judged = judge(file, given, specWith(shop));
    return [given, file, specWith({ ...shop, ...review(judged) })] as const;
  });

  it("is quiet, and what was reviewed is told as such", () => {
    for (const [given, file, reviewed] of known) {
      const judged = judge(file, given, reviewed);
      const { findings } = judged;
      expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(["agrees", "no claim"]));
      const settled = findings.filter(({ reviewed: by }) => by !== undefined);
      expect(settled.flatMap((finding) => toReviewEntry(finding, judged) ?? [])).toEqual([]);
    }
  });

  it.each(changes)("of which $from becomes $to", ({ from, to, told }) => {
    const [, [given, file, reviewed] = ["", "", specWith()]] = known;
    expect(given).toContain(from);
    expect(loudIn(judge(file, given.replace(from, to), reviewed))).toEqual(told);
  });

  it("is not quiet where any line of it changes", () => {
    const quiet: string[] = [];
    for (const [given, file, reviewed] of known)
      for (const [at, line] of given.split("\n").entries())
        for (const change of line.trim() === "" ? [] : lineChanges) {
          const changed = given
            .split("\n")
            .map((other, i) => (i === at ? change(other) : other))
            .join("\n");
          const loud = loudIn(judge(file, changed, reviewed));
          if (loud.length === 0) quiet.push(`${file}:${at + 1} ${line} -> ${change(line)}`);
        }
    expect(quiet).toEqual([]);
  });
});

describe("a reviewed row", () => {
  const row = (values: string): string => `| state | string | ${values} |`;
  const page = (...rows: readonly string[]): string =>
    ["# P", "## Request objects", "### door", "| Property | Type | Explanation |", "|-|-|-|", ...rows].join(
      "\n",
    );
  const other = "| open | boolean | Is it open? |";
  const withState = (state: object): Changes => ({
    ...shop,
    "requests/door.json": object("Door", { open: { type: "boolean" }, state }, ["open", "state"]),
  });
  const before = withState({ type: "string", enum: ["left", "right"] });
  const reviews = review(judge("p.md", page(other, row("left, right")), specWith(before)));

  it("that only lists values is missed, also after its values changed", () => {
    const after = { ...withState({ type: "string", enum: ["left", "right", "up"] }), ...reviews };
    expect(loudIn(judge("p.md", page(other, row("left, right, up")), specWith(after)))).toEqual([]);
    expect(loudIn(judge("p.md", page(other), specWith(after)))).toEqual([
      "vanished request door.state: the source does not have it",
    ]);
  });

  it("is missed until the spec says that it was removed, and its review stays as long", () => {
    const gone = judge("p.md", page(other), specWith({ ...before, ...reviews }));
    expect(gone.replaced).toEqual([]);
    const removed = withState({ type: "string", enum: ["left", "right"], "x-removed-in": "13.0.2" });
    expect(loudIn(judge("p.md", page(other), specWith({ ...removed, ...reviews })))).toEqual([
      'vanished: a reviewed sentence about "request door.state" is no longer in the source',
    ]);
  });
});
