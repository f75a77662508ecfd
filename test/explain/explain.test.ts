import { describe, expect, it } from "vitest";
import { stripStyles } from "../../generator/text/style.js";
import { explanationsToJson, formatExplanations } from "../../generator/cli/report/explain-text.js";
import { explain } from "../../generator/explain/explain.js";
import { parseFleet } from "../../generator/time/fleet.js";
import { modelOf, type SmallSpec } from "../view/spec-of.js";
import { object, type Shape } from "../workbench/small-spec.js";

interface Case {
  readonly name: string;
  readonly given: SmallSpec;
  /** What to explain, and to which fleet. */
  readonly path: string;
  readonly range?: readonly [min: string | undefined, max?: string];
  /** The lines after the head, the description and the type. */
  readonly want: readonly string[];
  readonly ends: readonly (string | null)[];
  readonly lives?: readonly (readonly (string | null)[])[];
}

const text = { type: "string" };
const between = { "x-added-in": "20", "x-removed-in": "30" };
const releases = ["10", "20", "30", "40"];
const other = { description: "Other.", carries: { ping: { required: true } }, answers: {} };

const was = (...eras: readonly [string, object][]) => ({
  "x-was": eras.map(([until, schema]) => ({ until, schema })),
});

/** `more` is in the first shape, in neither of two that follow, and in the newest. */
const comesAgain: SmallSpec = {
  releases,
  ping: {
    part: {
      ...object("Part", { more: text }),
      ...was(["20", object("PartFirst", { more: text })], ["30", text], ["40", object("PartThen", {})]),
    },
  },
};

const cases: readonly Case[] = [
  {
    name: "a property of what a later event has too, as a whole",
    given: {
      releases,
      ping: { part: { ...text, "x-added-in": "20" } },
      events: { later: { ...other, "x-added-in": "40" } },
    },
    path: "ping.part",
    want: [
      "Since v20.",
      "Some of your shops can send it (since v20: not in every shop).",
      "With --min-version 20 every shop would know it.",
    ],
    ends: ["20", null],
  },
  {
    name: "an event to which no answer works in every shop",
    given: {
      releases,
      events: { strict: { ...other, answers: { pong: { required: true, "x-added-in": "20" } } } },
    },
    path: "strict",
    want: [
      "There since before the first known release.",
      "All your shops know it.",
      "Left out: no answer works in every shop. --responses gated has it.",
    ],
    ends: [null, null],
  },
  {
    name: "a property that existed for a while",
    given: { releases, ping: { part: { ...text, ...between } } },
    path: "ping.part",
    want: [
      "Since v20, removed in v30.",
      "Some of your shops can send it (since v20, removed in v30: not in every shop).",
    ],
    ends: ["20", "30"],
  },
  {
    name: "a property that is gone, to a fleet that is too new for it",
    given: { releases, ping: { part: { ...text, ...between } } },
    path: "ping.part",
    range: ["30"],
    want: [
      "Since v20, removed in v30.",
      "None of your shops can send it (since v20, removed in v30: not in every shop of 30..).",
    ],
    ends: ["20", "30"],
  },
  {
    name: "a property that is to go, to a fleet that is too old for it",
    given: { releases, ping: { part: { ...text, ...between } } },
    path: "ping.part",
    range: ["10", "20"],
    want: [
      "Since v20, removed in v30.",
      "Some of your shops can send it (since v20, removed in v30: not in every shop of 10..20).",
      "With --min-version 20 every shop would know it.",
    ],
    ends: ["20", "30"],
  },
  {
    name: "a property that was always there, and is gone",
    given: { releases, pong: { part: { ...text, "x-removed-in": "30" }, late: { ...text, ...between } } },
    path: "pong.part",
    want: [
      "There since before the first known release, removed in v30.",
      "Left out of your answers (removed in v30: not in every shop).",
      "--max-version 20 would let it in.",
    ],
    ends: [null, "30"],
  },
  {
    name: "an answer whose file existed for a while",
    given: { releases, files: { "responses/pong.json": { ...object("Pong", {}), ...between } } },
    path: "pong",
    want: [
      "Since v20, removed in v30.",
      "Left out of your answers (since v20, removed in v30: not in every shop).",
    ],
    ends: ["20", "30"],
  },
  {
    name: "an event that existed for a while, which no higher minimum brings back",
    given: { releases, events: { other: { ...other, ...between } } },
    path: "other",
    want: [
      "Since v20, removed in v30.",
      "Some of your shops can send it (since v20, removed in v30: not in every shop).",
    ],
    ends: ["20", "30"],
  },
  {
    name: "an event that existed for a while, to a fleet that ends before its removal",
    given: { releases, events: { other: { ...other, ...between } } },
    path: "other",
    range: [undefined, "20"],
    want: [
      "Since v20, removed in v30.",
      "Some of your shops can send it (since v20, removed in v30: not in every shop of ..20).",
      "With --min-version 20 every shop would know it.",
    ],
    ends: ["20", "30"],
  },
  {
    name: "what came, went and came again with the shape that holds it",
    given: comesAgain,
    path: "ping.part.more",
    want: [
      "There since before the first known release, removed in v20, again since v40.",
      "Some of your shops can send it (removed in v20, again since v40: not in every shop).",
      "With --min-version 40 every shop would know it.",
    ],
    ends: [null, null],
    lives: [
      [null, "20"],
      ["40", null],
    ],
  },
  {
    name: "what came again, and went again",
    given: { ...comesAgain, event: { "x-added-in": "10" }, ping: { part: twice() } },
    path: "ping.part.more",
    range: ["20", "20"],
    want: [
      "Since v10, removed in v20, again since v30, removed in v40.",
      "None of your shops can send it (since v10, removed in v20, again since v30, removed in v40: not in v20).",
      "With --min-version 30 every shop would know it.",
    ],
    ends: ["10", "40"],
    lives: [
      ["10", "20"],
      ["30", "40"],
    ],
  },
  {
    name: "what is there at every release, but never the same",
    given: { releases, pong: { part: { type: "integer", ...was(["20", text]) } } },
    path: "pong.part",
    want: [
      "There since before the first known release.",
      "Left out of your answers (no value works in every shop).",
      "--min-version 20 would let it in.",
    ],
    ends: [null, null],
  },
  {
    name: "what an older shape dates after its own end",
    given: {
      releases,
      ping: {
        part: { ...text, ...was(["20", object("PartFirst", { more: { ...text, "x-added-in": "30" } })]) },
      },
    },
    path: "ping.part.more",
    want: [
      "In no known release.",
      "None of your shops can send it (in no known release: not in every shop).",
    ],
    ends: [null, null],
    lives: [],
  },
];

/** A shape that held `more` in two of its eras. */
function twice(): object {
  const [before, then] = [object("PartFirst", { more: text }), object("PartThen", { more: text })];
  return { ...text, ...was(["20", before], ["30", text], ["40", then]) };
}

function explained({ given, path, range = [undefined] }: Case): { lines: string[]; match: Shape } {
  const model = modelOf(given);
  const [minVersion, maxVersion] = range;
  const fleet = parseFleet({ minVersion, maxVersion }, model);
  const found = fleet.ok ? explain(path, fleet.value, model) : fleet;
  if (!found.ok || !fleet.ok) throw new Error("nothing to explain");
  const first = found.value.slice(0, 1);
  const told = JSON.stringify(explanationsToJson(first, fleet.value, []));
  const { matches } = JSON.parse(told) as { matches: [Shape] };
  const lines = stripStyles(formatExplanations(first, fleet.value)).trimEnd().split("\n").slice(2);
  return {
    lines: lines.map((line) => line.trim()).filter((line) => !line.startsWith("Type: ")),
    match: matches[0],
  };
}

/** A line on what is known of an event or an answer, which has a test of its own. */
const standing = /^(?:Answers|Events|Sent by|Taken by) \(/;

describe("explain tells from when until when there was", () => {
  it.each(cases)("$name", (wanted) => {
    const { lines, match } = explained(wanted);
    const { ends, lives = [ends], want } = wanted;
    expect(lines.filter((line) => !standing.test(line))).toEqual(want);
    expect([match["since"], match["removed"]]).toEqual(ends);
    expect(match["lives"]).toEqual(lives.map(([since, removed]) => ({ since, removed })));
    expect(lines.join("\n")).toContain(match["reason"]);
  });

  it("what is known of an answer with each event, of an event with each answer, and of the products", () => {
    const given: SmallSpec = {
      event: { takes: { error: { standing: "documented", basis: "A page shows it." } } },
      events: { other },
      files: {
        "products.json": {
          products: [
            {
              id: "pos",
              name: "Till",
              description: "The till.",
              sends: { default: { standing: "documented", basis: "Its pages say so." } },
              takes: {
                default: { standing: "unknown", basis: "Nobody says." },
                answers: { pong: { standing: "contradicted", basis: "Its code says so." } },
              },
            },
          ],
        },
      },
    };
    const linesOn = (path: string) =>
      explained({ name: "", given, path, want: [], ends: [] }).lines.filter((line) => standing.test(line));
    expect(linesOn("other")).toEqual([
      "Answers (unknown): error. No source says which events take it.",
      "Answers (contradicted): pong. It is documented for ping only.",
      "Sent by (documented): Till. Its pages say so.",
    ]);
    expect(linesOn("error")).toEqual([
      "Events (documented): ping. A page shows it.",
      "Events (unknown): other. No source says which events take it.",
      "Taken by (unknown): Till. Nobody says.",
    ]);
    expect(linesOn("error.code")).toEqual([]);
    const { match } = explained({ name: "", given, path: "pong", want: [], ends: [] });
    expect(match["products"]).toEqual([
      { name: "Till", standing: "contradicted", basis: "Its code says so." },
    ]);
    expect(match["standings"]).toEqual([
      { name: "other", standing: "contradicted", basis: "It is documented for ping only." },
      { name: "ping", standing: "documented", basis: "It is documented as an answer to this event." },
    ]);
  });

  it("each value of an enum", () => {
    const part = {
      type: "string",
      enum: ["a", "b", "c", "d"],
      "x-enum-added-in": { b: "20", c: "20" },
      "x-enum-removed-in": { b: "30", d: "40" },
    };
    const given = { releases, ping: { part } };
    const { match } = explained({ name: "", given, path: "ping.part", want: [], ends: [] });
    expect(match["type"]).toBe(
      '"a", "b" (since v20, removed in v30), "c" (since v20) or "d" (removed in v40)',
    );
  });
});
