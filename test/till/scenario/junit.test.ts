import { parseXml } from "@rgrove/parse-xml";
import { XMLParser } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import type { ScenarioResult, StepResult } from "../../../generator/till/scenario/scenario.js";
import { toJunit } from "../../../generator/till/scenario/report-results.js";

const step = (changes: Partial<StepResult> = {}): StepResult => ({
  title: "scan x",
  position: { line: 3, column: 5, text: "  - scan: x" },
  outcome: "passed",
  failures: [],
  notes: [],
  exchanges: [],
  duration: 1500,
  ...changes,
});

const scenario = (changes: Partial<ScenarioResult> = {}): ScenarioResult => ({
  name: "café",
  file: "café.yaml",
  release: "58.1",
  outcome: "passed",
  steps: [step()],
  failures: [],
  notes: [],
  hints: [],
  session: {
    sessionId: "",
    lines: [],
    payments: [],
    printed: [],
    shown: {},
    ended: false,
    locked: false,
    lockedForAdditions: false,
  },
  pending: [],
  ...changes,
});

const difference = { path: "a<b", expected: "x & y", seen: ["]]>"] };
const failed = step({
  outcome: "failed",
  failures: [{ message: 'No "size" <here>.', differences: [difference] }],
});
const results = [
  scenario({ steps: [step(), failed, step({ outcome: "not run", duration: 0 })], outcome: "failed" }),
  scenario({ outcome: "not played", reason: "Added in v59.", steps: [step({ outcome: "not played" })] }),
  scenario({ outcome: "failed", failures: [{ message: "The till still waits.", differences: [] }] }),
];

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  isArray: (name) => /^test(suite|case)$/.test(name),
});

interface Suites {
  readonly testsuite: readonly { readonly testcase: readonly { readonly failure?: { message: string } }[] }[];
}

const parse = (xml: string): Suites => (parser.parse(xml) as { testsuites: Suites }).testsuites;

describe("a report for JUnit", () => {
  it("counts steps as tests, and has of each its name, its time and what went wrong at which line", () => {
    const name = "café (v58.1)";
    const [first, ...others] = parse(toJunit(results)).testsuite;
    const totals = { tests: "6", failures: "2", errors: "0", skipped: "2", time: "6.000" };
    expect(parse(toJunit(results))).toMatchObject(totals);
    expect(first).toMatchObject({ name, file: "café.yaml", tests: "3", failures: "1", skipped: "1" });
    expect(first?.testcase).toEqual([
      { name: "1 scan x", classname: name, time: "1.500" },
      {
        name: "2 scan x",
        classname: name,
        time: "1.500",
        failure: {
          message: 'No "size" <here>.',
          "#text": 'café.yaml:3:5\nNo "size" <here>.\n  a<b\n    expected  "x & y"\n    seen      ["]]>"]',
        },
      },
      {
        name: "3 scan x",
        classname: name,
        time: "0.000",
        skipped: { message: "The scenario ended at an earlier step." },
      },
    ]);
    const end = { name: "the end", failure: { message: "The till still waits." } };
    expect(others).toMatchObject([
      { tests: "1", failures: "0", skipped: "1", testcase: [{ skipped: { message: "Added in v59." } }] },
      { tests: "2", failures: "1", skipped: "0", testcase: [{}, end] },
    ]);
  });

  const nasty = "\u0000\u0007\u001b[31m\u000b\ufffe\ud800 & < > \" ' ]]> \r\n\t\u2028é🎉";
  const failures = [{ message: nasty, differences: [{ path: nasty, expected: nasty, seen: nasty }] }];
  const steps = [step({ title: nasty, outcome: "failed", failures })];
  const harsh = toJunit([scenario({ name: nasty, file: nasty, steps, outcome: "failed" })]);

  it("can hold any text", () => {
    const [suite] = parse(harsh).testsuite;
    expect(suite?.testcase[0]?.failure?.message).toContain("& < > \" ' ]]>");
    // The parser rejects everything that XML does not allow.
    expect(parseXml(harsh).root?.name).toBe("testsuites");
    expect(toJunit([scenario({ file: "sc\u202e.json" })])).toContain('file="sc\\u202e.json"');
    expect(harsh).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u);
  });
});
