import { describe, expect, it } from "vitest";
import { findNewsInAnswer, findNewsInRequest, type News } from "../../../generator/docs/samples/find-news.js";

interface Case {
  readonly name: string;
  readonly before: unknown;
  readonly now: unknown;
  readonly want: readonly string[];
  /** The marked lines of its JSON, without their indent. */
  readonly lines: readonly string[];
}

const sale = { id: "a", lines: [{ id: "x", count: 1, text: "Tea" }], paid: false };
const every = { counter: 1, blocking: true };

describe.each<Case>([
  {
    name: "an object of its own",
    before: { every, sale },
    now: { every: { counter: 2, blocking: true }, sale, dialog: { ids: [1] } },
    want: ["dialog"],
    lines: ['"dialog": {', '"ids": [', "1", "]", "}"],
  },
  {
    name: "in the same sale, each value that differs, in the item that is most like it",
    before: { sale },
    now: {
      sale: {
        ...sale,
        lines: [
          { id: "y", count: 2, text: "Pie" },
          { ...sale.lines[0], count: 3 },
        ],
      },
    },
    want: ["sale.lines[]", "sale.lines[].count"],
    lines: ["{", '"id": "y",', '"count": 2,', '"text": "Pie"', "},", '"count": 3,'],
  },
  {
    name: "all of an item that has little in common with any before",
    before: { sale },
    now: { sale: { ...sale, lines: [...sale.lines, { id: "y", count: 1, text: "Pie" }] } },
    want: ["sale.lines[]"],
    lines: ["{", '"id": "y",', '"count": 1,', '"text": "Pie"', "}"],
  },
  {
    name: "in another sale, nothing but what stands at the top, and what was switched",
    before: { sale },
    now: { sale: { id: "b", lines: [{ id: "z", count: 9, text: "Soap", plu: "1" }], paid: true }, credit: 1 },
    want: ["sale.paid", "credit"],
    lines: ['"paid": true', '"credit": 1'],
  },
  {
    name: "in what every request has, only what was switched",
    before: { every, sale },
    now: { every: { counter: 7, blocking: false }, sale },
    want: ["every.blocking"],
    lines: ['"blocking": false'],
  },
  {
    name: "nothing, if something is gone",
    before: { sale, dialog: { ids: [] } },
    now: { sale: { id: "a", lines: [] } },
    want: [],
    lines: [],
  },
])("what is new in a request: $name", ({ before, now, want, lines }) => {
  it("is named, and its lines are marked", () => {
    check(findNewsInRequest(now, before, new Set(["every"])), now, { want, lines });
  });
});

describe.each<Case>([
  {
    name: "an answer that was not there",
    before: { known: true },
    now: { known: true, footer: [] },
    want: ["footer"],
    lines: ['"footer": []'],
  },
  {
    name: "of an answer that has most of the last one, what differs",
    before: { dialog: { title: "Size?", required: true, columns: 2 } },
    now: { dialog: { title: "Milk?", required: true, columns: 2 } },
    want: ["dialog.title"],
    lines: ['"title": "Milk?",'],
  },
  {
    name: "all of an answer that has little in common with the last one",
    before: { message: [{ text: "Hello" }] },
    now: { message: [{ text: "Bye" }] },
    want: ["message"],
    lines: ['"message": [', "{", '"text": "Bye"', "}", "]"],
  },
  { name: "all of it, after none", before: undefined, now: { a: 1 }, want: ["a"], lines: ['"a": 1'] },
])("what is new in an answer: $name", ({ before, now, want, lines }) => {
  it("is named, and its lines are marked", () => {
    check(findNewsInAnswer(now, before), now, { want, lines });
  });
});

function check(news: News, body: unknown, { want, lines }: Pick<Case, "want" | "lines">): void {
  const json = JSON.stringify(body, null, 2).split("\n");
  expect(news.paths).toEqual(want);
  expect(news.lines.map((line) => json[line]?.trim())).toEqual(lines);
}
