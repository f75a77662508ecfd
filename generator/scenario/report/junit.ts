import type { ScenarioResult, StepResult } from "../play/result.js";
import { formatFailure, formatStepFailure, nameRun, placeStep } from "./format-results.js";

/** What came of scenarios as JUnit's XML: a suite for each scenario and release, a case for each step. */
export function toJunit(results: readonly ScenarioResult[]): string {
  const suites = results.map(toSuite);
  const totals = countCases(results.flatMap(listCases));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="mplus-codegen simulate"${toAttributes(totals)}>`,
    ...suites,
    "</testsuites>",
    "",
  ].join("\n");
}

/** One step, or the end of a scenario. */
interface Case {
  readonly name: string;
  readonly place: string;
  readonly seconds: number;
  /** Why it was not run; undefined: it was. */
  readonly skipped?: string;
  readonly failure?: string;
}

function toSuite(result: ScenarioResult): string {
  const cases = listCases(result);
  const name = nameRun(result);
  const attributes = { name, ...countCases(cases), file: result.file };
  return [
    `  <testsuite${toAttributes(attributes)}>`,
    ...cases.map((each) => toCase(each, name)),
    "  </testsuite>",
  ].join("\n");
}

function listCases(result: ScenarioResult): readonly Case[] {
  const { steps, failures, file, reason } = result;
  const end = failures.map(formatFailure).join("");
  return [
    ...steps.map((step, index) => ({
      name: `${index + 1} ${step.title}`,
      place: placeStep(step, result),
      seconds: step.duration / 1000,
      ...describeOutcome(step, reason),
    })),
    ...(end === "" ? [] : [{ name: "the end", place: file, seconds: 0, failure: end }]),
  ];
}

function describeOutcome(step: StepResult, reason = ""): Pick<Case, "skipped" | "failure"> {
  switch (step.outcome) {
    case "passed":
      return {};
    case "failed":
      return { failure: formatStepFailure(step) };
    case "not played":
      return { skipped: reason };
    case "not run":
      return { skipped: "An earlier step ended the scenario." };
  }
}

function toCase({ name, place, seconds, skipped, failure }: Case, suite: string): string {
  const attributes = toAttributes({ name, classname: suite, time: seconds.toFixed(3) });
  if (failure !== undefined) {
    const [message = ""] = failure.trim().split("\n");
    const body = escapeXml(`${place}\n${failure}`);
    return `    <testcase${attributes}>\n      <failure${toAttributes({ message })}>${body}</failure>\n    </testcase>`;
  }
  if (skipped !== undefined)
    return `    <testcase${attributes}>\n      <skipped${toAttributes({ message: skipped })}/>\n    </testcase>`;
  return `    <testcase${attributes}/>`;
}

const countCases = (cases: readonly Case[]) => ({
  tests: cases.length,
  failures: cases.filter(({ failure }) => failure !== undefined).length,
  errors: 0,
  skipped: cases.filter(({ skipped }) => skipped !== undefined).length,
  time: cases.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3),
});

const toAttributes = (attributes: Readonly<Record<string, string | number>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replace(/\s/g, " ")}"`)
    .join("");

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** XML 1.0 cannot hold most control characters, nor halves of characters, not even escaped: a mark stands for each. */
const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu, "\ufffd")
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
