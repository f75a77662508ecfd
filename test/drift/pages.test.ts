import { describe, expect, it } from "vitest";
import { isLoud } from "../../generator/drift/judge/finding.js";
import { toReviewEntry } from "../../generator/drift/review-entry.js";
import type { JudgedSource } from "../../generator/drift/drift.js";
import type { Changes } from "../spec/small-spec.js";
import { object } from "../workbench/small-spec.js";
import { judgeFile, specWith, tell, toLines } from "./door.js";
import { pageCases, shops, toldOfShops } from "./page-cases.js";

const spec = specWith();
const isThere = (line: string): boolean => !line.startsWith("vanished");

describe("of a page is told what it says, and where:", () => {
  it.each(pageCases)("%s", async (_, file, given, told) => {
    expect((await tell(file, given, spec)).filter(isThere)).toEqual(told);
    expect((await tell(file, given.replaceAll("\n", "\r\n"), spec)).filter(isThere)).toEqual(told);
  });

  it.each(Object.entries(shops))("the same in each form: %s", async (file, given) => {
    const told = (await tell(file, given, spec)).filter(isThere);
    expect(told.map((line) => line.replace(/ \(\d+\)/, ""))).toEqual(toldOfShops);
  });
});

it("what a page leaves out of the spec is told, once for all that is in it", async () => {
  const told = await tell(
    "a.md",
    "We support the following events:\n- scanCode A code.\n\n## Request objects\n### bill",
    spec,
  );
  const missing = ": the source does not have it";
  const vanished = told.filter((line) => !isThere(line)).map((line) => line.replace(missing, "").slice(9));
  expect(vanished).toEqual([
    "request event",
    "request bill: the source does not say which events have it",
    ...["total", "tables", "minimumValue", "seats"].map((name) => `request bill.${name}`),
    ...["response billFooter", "response message", "response polling", "request scanCode"],
    ...["response scanCode", "request code", "request original", "event printBill"],
  ]);
});

async function judge(file: string, given: string, by = spec): Promise<JudgedSource> {
  const judged = await judgeFile(file, given, by);
  if (!judged.ok) throw new Error(judged.problems[0]?.message);
  return judged.value;
}

/** What reviews all that there is to do, with words of a person's own where they are wanted. */
function review({ findings, ...source }: JudgedSource): Changes {
  const lists: Record<"claims" | "sentences", object[]> = { claims: [], sentences: [] };
  for (const finding of findings) {
    const made = isLoud(finding.verdict) ? toReviewEntry(finding, source) : undefined;
    if (!made) continue;
    const own = Object.entries(made.entry).map(([key, value]) => [key, value === "" ? "Seen." : value]);
    const entry = Object.fromEntries(own) as object;
    if (!lists[made.list].some((other) => JSON.stringify(other) === JSON.stringify(entry)))
      lists[made.list].push(entry);
  }
  return { "drift/reviewed.json": lists };
}

const loudIn = ({ findings }: JudgedSource) => toLines(findings.filter(({ verdict }) => isLoud(verdict)));

/** A spec that the pages of the shop agree with. */
const shop: Changes = {
  "envelope.json#/carries/door": {},
  "events/printBill.json#/carries/shelf": {},
  "requests/door.json": object(
    "Door",
    {
      open: { type: "boolean" },
      name: { type: "string" },
      hinge: { type: "string", "x-added-in": "12.1" },
    },
    ["open"],
  ),
  "requests/shelf.json": object("Shelf", { size: { type: "integer" } }, ["size"]),
};

/** What can change on a page between two readings, and what is told of it then. */
const changes: readonly (readonly [from: string, to: string, ...told: readonly string[]])[] = [
  ["| `boolean` |", "| **boolean** |"],
  [
    "| Property | Type | Explanation |\n|---|:-:|---|\n| door.open | `boolean` | Is it open? |",
    "| Type | Property | Explanation |\n|-|-|-|\n| boolean | door.open | Is it open? |\n\n| Property | Type | Explanation |\n|-|-|-|",
  ],
  ["| `boolean` |", "| int |", "contradicts request door.open (14): is integer; the spec has boolean"],
  [
    "| `boolean` |",
    "| blob |",
    "unread request door.open (14) “door.open | blob | Is it open?”: its type is a word that we do not know",
  ],
  [
    "string (optional)",
    "string",
    "contradicts request door.hinge (15): is not optional; the spec has it as optional",
  ],
  [
    "| door.open | `boolean` | Is it open? |\n",
    "",
    "vanished request door.open: the source does not have it",
    'vanished: a reviewed sentence about "request door.open" is no longer in the source',
  ],
  [
    "| door.open |",
    "| door.closed |",
    "new request door.closed (14): is boolean, is not optional",
    "unread request door.closed (14) “door.closed Is it open?”",
    "vanished request door.open: the source does not have it",
    'vanished: a reviewed sentence about "request door.open" is no longer in the source',
  ],
  [
    "| door.open | `boolean` | Is it open? |",
    "| door.open | `boolean` | Is it shut? |",
    "unread request door.open (14) “door.open Is it shut?”",
    'vanished: a reviewed sentence about "request door.open" is no longer in the source',
  ],
  [
    "size | int | How many fit.",
    "size | int | How many fit.\ncolour | string |",
    "new request shelf.colour (25): is string, is not optional",
  ],
  ["v12.1.0", "v13.0.2", "contradicts request door.hinge (19): came with v13.0.2; the spec has v12.1"],
  ["hinge was added in v12.1.0\n", "", "vanished request door.hinge: the source names no release for it"],
  [
    "### shelf",
    "### The shelf",
    "unread (21) “The shelf”: it is a heading that names nothing we know",
    "unread (24) “size | int | How many fit.”: its table stands under the name of no object",
    "vanished request shelf.size: the source does not have it",
    'vanished: a reviewed sentence about "request shelf.size" is no longer in the source',
  ],
  [
    "Type | Explanation\n-",
    "Kind | Explanation\n-",
    "unread request shelf.size (24) “size | How many fit. | int”: it gives no type; it has a cell under no column that we know",
  ],
  [
    "- `door` Is it open?\n",
    "",
    'vanished: a reviewed sentence about "request door" is no longer in the source',
  ],
  [
    "- `door`",
    "- `window` New.\n- `door`",
    "new request window (5)",
    "unread request window (5) “window New.”",
  ],
  [
    "printBill event",
    "scanCode event",
    "new request shelf (6): is in scanCode; the spec has it only in printBill",
    "unread request shelf (6) “shelf (only occurs with scanCode event) What it holds.”",
    'vanished: a reviewed sentence about "request shelf" is no longer in the source',
  ],
  [
    "Two *objects* come with each event:",
    "Two objects come with some events:",
    "unread (3) “Two objects come with some events:”",
    "vanished: a reviewed sentence is no longer in the source",
  ],
];

/** What can happen to a line. */
const lineChanges: readonly ((line: string) => string)[] = [
  () => "",
  (line) => line.trimEnd().replace(/\.?(?=(?: \|)?$)/, " somehow"),
];

describe("a page that was reviewed", () => {
  const known = Object.entries(shops).map(async ([file, given]) => {
    const judged = await judge(file, given, specWith(shop));
    return [given, file, specWith({ ...shop, ...review(judged) })] as const;
  });

  it("is quiet, and what was reviewed is told as such", async () => {
    for (const [given, file, reviewed] of await Promise.all(known)) {
      const judged = await judge(file, given, reviewed);
      const { findings } = judged;
      expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(
        new Set(["agrees", "reviewed", "no claim"]),
      );
      const settled = findings.filter(({ reviewed: by }) => by !== undefined);
      expect(settled.flatMap((finding) => toReviewEntry(finding, judged) ?? [])).toEqual([]);
    }
  });

  it.each(changes)("of which %j becomes %j", async (from, to, ...told) => {
    const [, [given, file, reviewed] = ["", "", specWith()]] = await Promise.all(known);
    expect(given).toContain(from);
    expect(loudIn(await judge(file, given.replace(from, to), reviewed))).toEqual(told);
  });

  it("is not quiet where any line of it changes", async () => {
    const quiet: string[] = [];
    for (const [given, file, reviewed] of await Promise.all(known))
      for (const [at, line] of given.split("\n").entries())
        for (const change of line.trim() === "" ? [] : lineChanges) {
          const changed = given
            .split("\n")
            .map((other, i) => (i === at ? change(other) : other))
            .join("\n");
          const loud = loudIn(await judge(file, changed, reviewed));
          if (loud.length === 0) quiet.push(`${file}:${at + 1} ${line} -> ${change(line)}`);
        }
    expect(quiet).toEqual([]);
  });
});
