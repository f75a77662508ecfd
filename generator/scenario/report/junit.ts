import { printForTerminal } from "../../blocks/terminal.js";
import type { ScenarioResult, StepResult } from "../play/result.js";
import { nameRun, placeStep, reportFailure } from "./report-results.js";

/** Results of scenarios as JUnit's XML: a suite for each scenario and release, a case for each step. */
export function toJunit(results: readonly ScenarioResult[]): string {
  const totals = countCases(results.flatMap(listCases));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="mplus-codegen simulate"${toAttributes(totals)}>`,
    ...results.map(toSuite),
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
  readonly skipped?: string | undefined;
  readonly failure?: string | undefined;
}

function toSuite(result: ScenarioResult): string {
  const cases = listCases(result);
  const name = nameRun(result);
  const attributes = toAttributes({ name, ...countCases(cases), file: result.file });
  const lines = cases.map((each) => `    ${toCase(each, name)}`);
  return [`  <testsuite${attributes}>`, ...lines, "  </testsuite>"].join("\n");
}

function listCases(result: ScenarioResult): readonly Case[] {
  const { steps, failures, file, reason = "" } = result;
  const reasons = { "not played": reason, "not run": "An earlier step ended the scenario." };
  const end = printForTerminal(reportFailure(failures));
  const cases = steps.map((step: StepResult, index): Case => ({
    name: `${index + 1} ${step.title}`,
    place: placeStep(step, result),
    seconds: step.duration / 1000,
    skipped: (reasons as Readonly<Record<string, string>>)[step.outcome],
    failure: step.outcome === "failed" ? printForTerminal(reportFailure(step)) : undefined,
  }));
  return end === "" ? cases : [...cases, { name: "the end", place: file, seconds: 0, failure: end }];
}

function toCase({ name, place, seconds, skipped, failure }: Case, classname: string): string {
  const attributes = toAttributes({ name, classname, time: seconds.toFixed(3) });
  const [tag, message, body] =
    failure === undefined
      ? ["skipped", skipped, ""]
      : ["failure", failure.trim().split("\n")[0], escapeXml(`${place}\n${failure}`)];
  if (message === undefined) return `<testcase${attributes}/>`;
  return `<testcase${attributes}><${tag}${toAttributes({ message })}>${body}</${tag}></testcase>`;
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

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML 1.0 cannot hold most control characters, nor halves of characters, not even escaped: a mark stands for each. */
const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu, "\ufffd")
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
