import { describe, expect, it } from "vitest";
import { stripStyles } from "../../generator/base/text/style.js";
import { printForTerminal } from "../../generator/pages/blocks/terminal.js";
import { reportExplanations } from "../../generator/cli/commands/explain.js";
import { explain, explanationToJson } from "../../generator/changes/explain.js";
import { parseFleet } from "../../generator/base/time/fleet.js";
import { modelOf, type SmallSpec } from "../contract/view/spec-of.js";
import { readCases } from "../workbench/cases.js";
import { object, type Shape } from "../workbench/small-spec.js";

const text = { type: "string" };
const added = { "x-added-in": "20" };
const releases = ["10", "20", "30", "40"];
const other = { description: "Other.", carries: { ping: { required: true } }, answers: {} };
const was = (...eras: readonly [string, object][]) => ({
  "x-was": eras.map(([until, schema]) => ({ until, schema })),
});

const eras = (first: object, then: object, last: object): SmallSpec => ({
  ping: { part: { ...last, ...was(["20", first], ["30", text], ["40", then]) } },
});
const [partFirst, partThen] = [object("PartFirst", { more: text }), object("PartThen", { more: text })];

/** Leaves out heading, description, type and properties. */
function explained(given: SmallSpec, path: string, range = "..") {
  const model = modelOf({ releases, ...given });
  const [minVersion, maxVersion] = range.split("..").map((end) => end || undefined);
  const fleet = parseFleet(range.includes("..") ? { minVersion, maxVersion } : { versions: range }, model);
  const found = fleet.ok ? explain(path, fleet.value, model) : fleet;
  if (!found.ok || !fleet.ok) throw new Error("nothing to explain");
  const first = found.value.matches.slice(0, 1);
  const matches = JSON.parse(JSON.stringify(first.map(explanationToJson))) as [Shape];
  const printed = printForTerminal(reportExplanations({ foundBy: "path", matches: first }, path));
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

interface Case {
  readonly spec: SmallSpec;
  /** A path and a fleet. */
  readonly ask: string;
  /** The releases that have the part, such as `..20, 40..`. */
  readonly lives: string;
  readonly want: string;
}
const cases = readCases("explain.yaml", import.meta) as Record<string, Case>;

describe("explain tells", () => {
  it.each(Object.entries(cases))("from when until when there was %s", (_, { spec, ask, lives, want }) => {
    const [path = "", range] = ask.split(" ");
    const { lines, match } = explained(spec, path, range);
    expect(lines.filter((line) => !standing.test(line)).join("\n")).toBe(want);
    const spans = lives.split(", ").filter(Boolean);
    const ends = spans.map((span) => span.split("..").map((end) => end || null));
    expect(match["lives"]).toEqual(ends.map(([since, removed]) => ({ since, removed })));
    expect([match["since"], match["removed"]]).toEqual([ends[0]?.[0] ?? null, ends.at(-1)?.[1] ?? null]);
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

  it("nothing of standings for a part of a request that has the name of an answer", () => {
    const given: SmallSpec = {
      event: { carries: { ping: { required: true }, pong: {} } },
      files: { "requests/pong.json": object("PongSent", { more: text }) },
    };
    const found = explained(given, "pong");
    expect(found.match["kind"]).toBe("request");
    expect(found.lines.filter((line) => standing.test(line))).toEqual([]);
    expect(found.match).not.toHaveProperty("standings");
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
    const given = {
      events: { tick: { description: "Tick.", ...added, carries: { extra: {} }, answers: {} } },
      files: { "requests/extra.json": object("Extra", { more: text }) },
    };
    const { inFleet, everywhereWith } = explained(given, path, range).match;
    expect({ inFleet, ...(everywhereWith !== undefined && { everywhereWith }) }).toEqual(want);
  });

  it("that no source dates a part, though what contains it is dated", () => {
    const observed = { ...text, "x-provenance": { kind: "observed", basis: "A sample." } };
    const holder = {
      ...object("Holder", { part: observed, dated: { ...observed, "x-added-in": "30" } }),
      ...added,
    };
    const given: SmallSpec = { pong: { holder } };
    const linesOn = (path: string) => explained(given, path, "40..").lines.slice(0, 2);
    expect(linesOn("pong.holder.part")).toEqual([
      "No source states its release; its parent: added in v20.",
      "You may use it in answers, but no source says which of your shops accept it.",
    ]);
    expect(linesOn("pong.holder.dated")).toEqual([
      "Added in v30.",
      "You may use it in answers: all your shops have it.",
    ]);
  });

  it("each value of an enum", () => {
    const [from, until] = [
      { b: "20", c: "20" },
      { b: "30", d: "40" },
    ];
    const part = { ...text, enum: ["a", "b", "c", "d"], "x-enum-added-in": from, "x-enum-removed-in": until };
    expect(explained({ ping: { part } }, "ping.part").match["type"]).toBe(
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
    const given = { ping: { part: retyped }, pong: { part: retyped } };
    expect(explained(given, "ping.part", range).match["type"]).toBe(want);
    expect(explained(given, "pong.part", range).match["type"]).toBe(want);
  });

  const again = eras(partFirst, partThen, text);
  const goneInteger = { ping: { part: { ...retyped, "x-removed-in": "40" } } };
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
    const undated = ["No source states its release.", "No source says which of your shops send it."];
    expect(lines).toEqual(expect.arrayContaining([...undated, open]));
    expect(match).toMatchObject({ undated: true, open: [{ id: "since-when", question: "Since when?" }] });
    expect(explained(given, "pong.part").lines).toContain(open);
    expect(JSON.stringify(explained(given, "other").match)).not.toMatch(/"(open|undated)"/);
  });
});
