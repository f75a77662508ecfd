import { describe, expect, it } from "vitest";
import { stripStyles } from "../../generator/base/text/style.js";
import { printForTerminal } from "../../generator/pages/blocks/terminal.js";
import { reportExplanations } from "../../generator/cli/commands/explain.js";
import { explain, explanationToJson } from "../../generator/changes/explain.js";
import { parseFleet } from "../../generator/base/time/fleet.js";
import { modelOf, type SmallSpec } from "../contract/view/spec-of.js";
import { object, type Shape } from "../workbench/small-spec.js";

const text = { type: "string" };
const between = { "x-added-in": "20", "x-removed-in": "30" };
const releases = ["10", "20", "30", "40"];
const other = { description: "Other.", carries: { ping: { required: true } }, answers: {} };
const was = (...eras: readonly [string, object][]) => ({
  "x-was": eras.map(([until, schema]) => ({ until, schema })),
});

const eras = (first: object, then: object, last: object): SmallSpec => ({
  releases,
  ping: { part: { ...last, ...was(["20", first], ["30", text], ["40", then]) } },
});
const [partFirst, partThen] = [object("PartFirst", { more: text }), object("PartThen", { more: text })];
const comesAgain = eras(partFirst, object("PartThen", {}), object("Part", { more: text }));
const twice = { ...eras(partFirst, partThen, text), event: { "x-added-in": "10" } };
const forAWhile: SmallSpec = { releases, ping: { part: { ...text, ...between } } };

const added = { "x-added-in": "20" };
const lateChoice = { ...text, enum: ["a", "b"], "x-enum-added-in": { b: "30" } };

const oneLate = (carries: object, tickCarries: object, answers: object, tickAnswers: object): SmallSpec => ({
  releases,
  event: { carries, ...(Object.keys(answers).length > 0 && { answers }) },
  events: { tick: { description: "Tick.", ...added, carries: tickCarries, answers: tickAnswers } },
  files: {
    ...("extra" in tickCarries && { "requests/extra.json": object("Extra", { more: text }) }),
    ...("reply" in tickAnswers && { "responses/reply.json": object("Reply", { more: text }) }),
  },
});

/** Leaves out heading, description, type and properties. */
function explained(given: SmallSpec, path: string, range = "..") {
  const model = modelOf(given);
  const [minVersion, maxVersion] = range.split("..").map((end) => end || undefined);
  const fleet = parseFleet(range.includes("..") ? { minVersion, maxVersion } : { versions: range }, model);
  const found = fleet.ok ? explain(path, fleet.value, model) : fleet;
  if (!found.ok || !fleet.ok) throw new Error("nothing to explain");
  const first = found.value.slice(0, 1);
  const matches = JSON.parse(JSON.stringify(first.map(explanationToJson))) as [Shape];
  const printed = printForTerminal(reportExplanations(first));
  const lines = stripStyles(printed).trimEnd().split("\n").slice(2);
  return {
    lines: lines.map((line) => line.trim()).filter((line) => !/^(?:Type|Properties): /.test(line)),
    parts: lines.map((line) => line.trim()).find((line) => line.startsWith("Properties: ")),
    type: lines.map((line) => line.trim()).find((line) => line.startsWith("Type: ")),
    match: matches[0],
  };
}

/** Lines on standings have a test of their own. */
const standing = /^(?:Answers|Events|Sent by|Accepted by) \(/;

const gone = "Added in v20, removed in v30.";
const some = (why: string): string => `Some of your shops can send it (${why}).`;
const none = (why: string): string => `None of your shops can send it (${why}).`;
const leftOut = (why: string): string => `Not allowed in your answers (${why}).`;
const every = (release: string): string => `With --min-version ${release}, every shop would support it.`;
const always = "In the oldest known documentation.";

/** The spec; the path, the fleet and the releases that have it; the expected lines. */
type Case = readonly [name: string, given: SmallSpec, asked: string, want: readonly string[]];

const cases: readonly Case[] = [
  [
    "a property of what a later event has too, as a whole",
    {
      releases,
      ping: { part: { ...text, "x-added-in": "20" } },
      events: { later: { ...other, "x-added-in": "40" } },
    },
    "ping.part | .. | 20..",
    ["Added in v20.", some("requires v20; your oldest shop may be older"), every("20")],
  ],
  [
    "a part of a request that a later event always had, and another only since",
    oneLate({ ping: { required: true }, extra: added }, { extra: {} }, {}, {}),
    "extra | .. | 20..",
    [
      "Added in v20.",
      `All shops that have tick support it there. With other events, only some of your shops can send it (requires v20; your oldest shop may be older).`,
      every("20"),
    ],
  ],
  [
    "a part of a request that a later event always had, and another not yet in any shop",
    oneLate({ ping: { required: true }, extra: { "x-added-in": "30" } }, { extra: {} }, {}, {}),
    "extra | 10..20 | 20..",
    [
      "Added in v20.",
      `All shops that have tick support it there. With other events, none of your shops can send it (requires v30; your newest shop runs v20).`,
      every("30"),
    ],
  ],
  [
    "an answer that a later event always took, and another only since",
    oneLate({ ping: { required: true } }, {}, { pong: {}, reply: added }, { reply: {} }),
    "reply | .. | 20..",
    [
      "Added in v20.",
      `You may use it in answers to tick: all shops that have the event accept it. It is left out of your other answers (requires v20; your oldest shop may be older).`,
      "--min-version 20 would include it.",
    ],
  ],
  [
    "an event to which no answer works in every shop",
    {
      releases,
      events: { strict: { ...other, answers: { pong: { required: true, "x-added-in": "20" } } } },
    },
    "strict | .. | ..",
    [
      always,
      "All your shops support it.",
      "Left out: no answer works in every shop. Use --responses gated to include it.",
    ],
  ],
  [
    "a property that is gone, to a fleet that is too new for it",
    forAWhile,
    "ping.part | 30.. | 20..30",
    [gone, none("removed in v30; your oldest shop runs v30")],
  ],
  [
    "a property that is to go, to a fleet that is too old for it",
    forAWhile,
    "ping.part | 10..20 | 20..30",
    [gone, some("requires v20; your oldest shop runs v10"), every("20")],
  ],
  [
    "a property that was always there, and is gone",
    { releases, pong: { part: { ...text, "x-removed-in": "30" }, late: { ...text, ...between } } },
    "pong.part | .. | ..30",
    [
      "In the oldest known documentation, removed in v30.",
      leftOut("removed in v30; your newest shop may run v30 or later"),
      "--max-version 20 would include it.",
    ],
  ],
  [
    "a property that is gone, the last release with which changed nothing",
    { releases: ["10", "20", "25", "30"], pong: { part: { ...text, "x-removed-in": "30" } } },
    "pong.part | .. | ..30",
    [
      "In the oldest known documentation, removed in v30.",
      leftOut("removed in v30; your newest shop may run v30 or later"),
      "--max-version 25 would include it.",
    ],
  ],
  [
    "an event that existed for a while, which no higher minimum brings back",
    { releases, events: { other: { ...other, ...between } } },
    "other | .. | 20..30",
    [gone, some("added in v20, removed in v30; some of your shops do not have it")],
  ],
  [
    "what came, went and came again with the shape that holds it",
    comesAgain,
    "ping.part.more | .. | ..20, 40..",
    [
      "In the oldest known documentation, removed in v20, added again in v40.",
      some("removed in v20, added again in v40; some of your shops do not have it"),
      every("40"),
    ],
  ],
  [
    "what went with the shape that held it",
    { releases, ping: { part: { ...text, ...was(["20", partFirst]) } } },
    "ping.part.more | .. | ..20",
    [
      "In the oldest known documentation, removed in v20.",
      some("removed in v20; your newest shop may run v20 or later"),
      "With --max-version 10, every shop would support it.",
    ],
  ],
  [
    "what came again, and went again",
    twice,
    "ping.part.more | 20..20 | 10..20, 30..40",
    [
      "Added in v10, removed in v20, added again in v30, removed in v40.",
      none("added in v10, removed in v20, added again in v30, removed in v40; your shops run v20"),
      every("30"),
    ],
  ],
  [
    "an event that is gone, to a fleet that ends after it",
    { releases, events: { other: { ...other, "x-removed-in": "30" } } },
    "other | .. | ..30",
    [
      "In the oldest known documentation, removed in v30.",
      some("removed in v30; your newest shop may run v30 or later"),
      "With --max-version 20, every shop would support it.",
    ],
  ],
  [
    "an event that came after every shop of the fleet",
    { releases, events: { other: { ...other, ...added } } },
    "other | ..10 | 20..",
    ["Added in v20.", none("requires v20; your newest shop runs v10"), every("20")],
  ],
  [
    "a property that is gone, to a list of releases of which one has it",
    { releases, pong: { part: { ...text, "x-removed-in": "30" } } },
    "pong.part | 10,30 | ..30",
    [
      "In the oldest known documentation, removed in v30.",
      leftOut("removed in v30; your newest shop runs v30"),
      "--versions 10 would include it.",
    ],
  ],
  [
    "a property that existed for a while, to a list of releases around it",
    forAWhile,
    "ping.part | 10,20,25,40 | 20..30",
    [
      gone,
      some("added in v20, removed in v30; some of your shops do not have it"),
      "With --versions 20,25, every shop would support it.",
    ],
  ],
  [
    "a property that came after every release of a list",
    { releases, ping: { part: { ...text, "x-added-in": "30" } } },
    "ping.part | 10,20 | 30..",
    ["Added in v30.", none("requires v30; your newest shop runs v20"), every("30")],
  ],
  [
    "a property that went before every release of a list",
    { releases, pong: { part: { ...text, "x-removed-in": "30" } } },
    "pong.part | 30,40 | ..30",
    [
      "In the oldest known documentation, removed in v30.",
      leftOut("removed in v30; your oldest shop runs v30"),
      "--max-version 20 would include it.",
    ],
  ],
  [
    "what is never the same at the releases of a list",
    { releases, pong: { part: { type: "integer", ...was(["20", text]) } } },
    "pong.part | 10,20,30 | ..",
    [always, leftOut("no value works in every shop"), "--versions 20,30 would include it."],
  ],
  [
    "a value that came later than its property",
    { releases, pong: { part: { ...lateChoice, ...added } } },
    "pong.part.b | 10.. | 20..",
    [
      "Added in v20.",
      leftOut("requires v20; your oldest shop runs v10"),
      '--min-version 30 would include "b".',
    ],
  ],
  [
    "a value that came together with its property",
    { releases, pong: { part: { ...lateChoice, ...added } } },
    "pong.part.a | 10.. | 20..",
    [
      "Added in v20.",
      leftOut("requires v20; your oldest shop runs v10"),
      '--min-version 20 would include "a".',
    ],
  ],
  [
    "a value that came later than its property, which went before every release of a list",
    {
      releases,
      pong: { part: { ...text, enum: ["a", "b"], "x-enum-added-in": { b: "10" }, "x-removed-in": "30" } },
    },
    "pong.part.b | 30,40 | ..30",
    [
      "In the oldest known documentation, removed in v30.",
      leftOut("removed in v30; your oldest shop runs v30"),
    ],
  ],
  [
    "a value of an open enum, which takes any value as soon as it is there",
    { releases, pong: { part: { ...lateChoice, ...added, "x-open": true } } },
    "pong.part.b | 10.. | 20..",
    [
      "Added in v20.",
      leftOut("requires v20; your oldest shop runs v10"),
      '--min-version 20 would include "b".',
    ],
  ],
  [
    "a value of a request that came later than its property",
    { releases, ping: { part: { ...lateChoice, ...added, "x-open": true } } },
    "ping.part.b | 10.. | 20..",
    [
      "Added in v20.",
      some("requires v20; your oldest shop runs v10"),
      'With --min-version 30, every shop would support "b".',
    ],
  ],
  [
    "what is there at every release, but never the same",
    { releases, pong: { part: { type: "integer", ...was(["20", text]) } } },
    "pong.part | .. | ..",
    [always, leftOut("no value works in every shop"), "--min-version 20 would include it."],
  ],
  [
    "what an older shape dates after its own end",
    {
      releases,
      ping: {
        part: { ...text, ...was(["20", object("PartFirst", { more: { ...text, "x-added-in": "30" } })]) },
      },
    },
    "ping.part.more | .. | ",
    ["In no known release.", none("in no known release")],
  ],
];

describe("explain tells", () => {
  it.each(cases)("from when until when there was %s", (_, given, asked, want) => {
    const [path = "", range, exists = ""] = asked.split(" | ");
    const { lines, match } = explained(given, path, range);
    expect(lines.filter((line) => !standing.test(line))).toEqual(want);
    const lives = exists.split(", ").flatMap((span) => {
      const [since = null, removed = null] = span.split("..").map((end) => end || null);
      return span === "" ? [] : [{ since, removed }];
    });
    expect(match["lives"]).toEqual(lives);
    expect([match["since"], match["removed"]]).toEqual([
      lives[0]?.since ?? null,
      lives.at(-1)?.removed ?? null,
    ]);
    expect(lines.join("\n")).toContain(match["reason"]);
  });

  it("what is known of an answer with each event, of an event with each answer, and of the products", () => {
    const sends = [{ events: ["other"], standing: "documented", basis: "Its pages say so." }];
    const takes = [
      { answers: ["pong"], standing: "contradicted", basis: "Its code says so." },
      { answers: ["error"], standing: "unknown", basis: "Nobody says." },
    ];
    const products = [{ id: "pos", name: "Till", description: "The till.", sends, takes }];
    const given: SmallSpec = {
      event: { takes: [{ answers: ["error"], standing: "documented", basis: "A page shows it." }] },
      events: { other },
      files: { "products.json": { products } },
    };
    const linesOn = (path: string) => explained(given, path).lines.filter((line) => standing.test(line));
    expect(linesOn("other")).toEqual([
      "Answers (general): error. Documented for webhooks in general.",
      "Answers (contradicted): pong. Documented only for ping.",
      "Sent by (documented): Till. Its pages say so.",
    ]);
    expect(linesOn("error")).toEqual([
      "Events (documented): ping. A page shows it.",
      "Events (general): other. Documented for webhooks in general.",
      "Accepted by (unknown): Till. Nobody says.",
    ]);
    expect(linesOn("error.code")).toEqual([]);
    expect(explained(given, "pong").match).toMatchObject({
      products: [{ name: "Till", standing: "contradicted", basis: "Its code says so." }],
      standings: [
        { name: "other", standing: "contradicted", basis: "Documented only for ping." },
        { name: "ping", standing: "documented", basis: "It is documented as an answer to this event." },
      ],
    });
  });

  it("the parts of an object that all shops have, and which of them are required", () => {
    const pong = {
      held: object("Held", { a: text, b: { ...text, "x-added-in": "20" } }, ["a"]),
    };
    const told = (range: string) => explained({ pong }, "pong.held", range);
    expect(told("20..")).toMatchObject({
      parts: "Properties: a (required), b.",
      match: { parts: ["a (required)", "b"] },
    });
    expect(told("10..").parts).toBe("Properties: a (required).");
  });

  it.each([
    ["Events (unknown): other, ping. It is guessed.", {}],
    ["Events (general): other, ping. Documented for webhooks in general.", { of: ["release"] }],
  ])("of an answer whose provenance is in doubt: %s", (want, of) => {
    const doubted = { "x-provenance": { kind: "inferred", basis: "It is guessed.", ...of } };
    const envelope = {
      description: "All.",
      carries: {},
      answers: { error: doubted },
      errorRequest: "requests/errorRequest.json",
    };
    const { lines } = explained({ events: { other }, files: { "envelope.json": envelope } }, "error");
    expect(lines.filter((line) => standing.test(line))).toEqual([want]);
  });

  it.each<[name: string, path: string, range: string, want: object]>([
    ["is in every shop", "extra.more", "20..", { inFleet: "every shop" }],
    [
      "is in every shop that has its event",
      "extra.more",
      "10..",
      { inFleet: "some shops", everywhereWith: ["tick"] },
    ],
    ["is in no shop", "extra.more", "10..10", { inFleet: "no shop" }],
  ])("as JSON, what %s", (_name, path, range, want) => {
    const given = oneLate({ ping: { required: true } }, { extra: {} }, {}, {});
    const { inFleet, everywhereWith } = explained(given, path, range).match;
    expect({ inFleet, ...(everywhereWith !== undefined && { everywhereWith }) }).toEqual(want);
  });

  it("that no source dates a part, though what contains it is dated", () => {
    const observed = { ...text, "x-provenance": { kind: "observed", basis: "A sample." } };
    const holder = {
      ...object("Holder", { part: observed, dated: { ...observed, "x-added-in": "30" } }),
      ...added,
    };
    const given: SmallSpec = { releases, pong: { holder } };
    const linesOn = (path: string) => explained(given, path, "40..").lines.slice(0, 2);
    expect(linesOn("pong.holder.part")).toEqual([
      "No source states its release; its parent: added in v20.",
      "You may use it in answers: all your shops are thought to accept it.",
    ]);
    expect(linesOn("pong.holder.dated")).toEqual([
      "Added in v30.",
      "You may use it in answers: all your shops accept it.",
    ]);
  });

  it("each value of an enum", () => {
    const [from, until] = [
      { b: "20", c: "20" },
      { b: "30", d: "40" },
    ];
    const part = { ...text, enum: ["a", "b", "c", "d"], "x-enum-added-in": from, "x-enum-removed-in": until };
    expect(explained({ releases, ping: { part } }, "ping.part").match["type"]).toBe(
      '"a", "b" (added in v20, removed in v30), "c" (added in v20) or "d" (removed in v40)',
    );
  });

  const retyped = { type: "integer", ...was(["20", text], ["30", { type: "boolean" }]) };
  const holders = eras(object("PartFirst", { more: text }), partThen, object("Part", { more: retyped }));
  it.each([
    ["..", "text before v20, boolean from v20 on, but before v30 or integer from v30 on"],
    ["20..", "boolean before v30 or integer from v30 on"],
    ["10..20", "text before v20 or boolean from v20 on"],
    ["20..20", "boolean"],
    ["40..", "integer"],
    ["10,40", "text before v20 or integer from v30 on"],
    ["10", "text"],
  ] as const)("the types that shops of %j have of a property", (range, want) => {
    const given = { releases, ping: { part: retyped }, pong: { part: retyped } };
    expect(explained(given, "ping.part", range).match["type"]).toBe(want);
    expect(explained(given, "pong.part", range).match["type"]).toBe(want);
  });

  const again = eras(partFirst, partThen, text);
  const goneInteger = { releases, ping: { part: { ...retyped, "x-removed-in": "40" } } };
  const twoTexts = "text before v30 and again from v40 on or PartThen from v30 on, but before v40";
  it.each([
    [
      "of an object that was another one before",
      holders,
      { path: "ping.part.more", range: "10..10" },
      "text",
    ],
    ["of an object that is another one now", holders, { path: "ping.part.more", range: "40.." }, "integer"],
    ["that came back", again, { path: "ping.part", range: "20.." }, twoTexts],
    ["that came back, without the other", again, { path: "ping.part", range: "20,40" }, "text"],
    ["in no shop", goneInteger, { path: "ping.part", range: "40.." }, "integer"],
  ] as const)("the type %s", (_, given, { path, range }, want) => {
    expect(explained(given, path, range).match["type"]).toBe(want);
  });

  const switched: SmallSpec = {
    releases,
    ping: { part: { ...text, "x-required-since": ["20", "40"], "x-optional-since": "30" } },
    pong: { part: { ...text, "x-required-since": "30" }, gone: { ...text, "x-optional-since": "30" } },
    pingRequired: ["part"],
    pongRequired: ["part"],
  };
  const turns = "since v20, optional since v30, required since v40";
  it.each([
    ["ping.part", "40..", `required (${turns})`],
    ["ping.part", "20..20", `required (${turns})`],
    ["ping.part", "30..30", `optional (required ${turns})`],
    ["ping.part", "..", `optional (required ${turns})`],
    ["pong.part", "..", "required (since v30)"],
    ["pong.part", "10..20", "optional (required since v30)"],
    ["pong.gone", "30..", "optional (since v30)"],
    ["pong.gone", "20..", "required (optional since v30)"],
  ] as const)("since when %s is required, to %j", (path, range, want) => {
    expect(explained(switched, path, range).type).toBe(`Type: text; ${want}.`);
  });

  it("what is required for a while to a program, too", () => {
    const { match } = explained(switched, "ping.part", "30..30");
    const requiredIn = [
      { since: "20", removed: "30" },
      { since: "40", removed: null },
    ];
    expect(match).toMatchObject({ required: false, requiredIn });
  });

  it("which values are left out of an answer that all shops take", () => {
    const choice = { ...text, enum: ["a", "b"], "x-enum-added-in": { b: "20" } };
    const given: SmallSpec = {
      releases,
      ping: { part: choice },
      pong: { part: { type: "array", items: choice } },
    };
    const leftOut =
      '"b" is left out of your answers (requires v20; your oldest shop runs v10). --min-version 20 would include it.';
    for (const path of ["pong.part", "pong.part b", 'Pong.part "b"', "pong.part.b"])
      expect(explained(given, path, "10..").lines).toContain(leftOut);
    expect(explained(given, "pong.part", "10..").match["valuesLeftOut"]).toEqual([
      { value: "b", reason: "requires v20; your oldest shop runs v10", flag: "--min-version 20" },
    ]);
    for (const [path, min] of [
      ["pong.part", "20"],
      ["ping.part", "10"],
    ] as const)
      expect(explained(given, path, `${min}..`).match).not.toHaveProperty("valuesLeftOut");
  });

  it("what is open about an event or a property, and dates nothing that no source dates", () => {
    const doubt = { kind: "assumed", of: ["release"], basis: "No source names its release." };
    const question = { id: "since-when", question: "Since when?", about: ["ping", "Pong.part"] };
    const given: SmallSpec = {
      event: { "x-provenance": doubt },
      events: { other },
      pong: { part: text },
      files: { "open-questions.json": { questions: [{ ...question, findOut: "Ask." }] } },
    };
    const open = "Open question: Since when? (since-when)";
    const { lines, match } = explained(given, "ping");
    const undated = ["No source states its release.", "All your shops are thought to support it."];
    expect(lines).toEqual(expect.arrayContaining([...undated, open]));
    expect(match).toMatchObject({ undated: true, open: [{ id: "since-when", question: "Since when?" }] });
    expect(explained(given, "pong.part").lines).toContain(open);
    expect(JSON.stringify(explained(given, "other").match)).not.toMatch(/"(open|undated)"/);
  });
});
