import { expect, it } from "vitest";
import { checkBody, type CheckedBody, type BodySide } from "../../../generator/till/check-body/check-body.js";
import { readCases } from "../../workbench/cases.js";
import { ownContract } from "../own-spec.js";

interface Case {
  readonly name: string;
  readonly event?: string;
  readonly release?: string;
  readonly asked?: BodySide;
  readonly body: string;
  readonly verdict: string;
  readonly lines: readonly (string | RegExp)[];
  /** The texts at the places of the problems. */
  readonly marks?: readonly string[];
  readonly side?: BodySide;
  readonly till?: readonly string[];
}

const check = ({ body, event = "scanCode", release = "48", asked }: Case): CheckedBody =>
  checkBody({ text: body, event, release, side: asked }, ownContract().validators);

it.each(readCases("cases.yaml", import.meta) as readonly Case[])("$name", (each) => {
  const { body, verdict, lines, marks, side = "response", till } = each;
  const checked = check(each);
  const matching = lines.map((line) =>
    line instanceof RegExp ? (expect.stringMatching(line) as string) : line,
  );
  expect(checked.verdict).toBe(verdict);
  expect(listLines(checked)).toEqual(matching);
  expect(checked).toMatchObject({ side, till });
  if (marks) expect(checked.problems.map(({ from, to }) => body.slice(from, to))).toEqual(marks);
});

const listLines = (checked: CheckedBody): readonly string[] =>
  [...checked.problems, ...checked.notes].map(
    ({ line, column, path, message }) => `${line}:${column} ${path} ${message}`,
  );

it("a text that is nested too deeply is reported, not parsed", () => {
  const body = "[".repeat(50_000);
  const { verdict } = check({ name: "", body, verdict: "", lines: [] });
  expect(verdict).toBe("This is not valid JSON: it is nested deeper than 100 levels.");
});

it("each part of the spec's answers has a sentence for the till, or says on purpose that nothing shows", () => {
  const { validators, model } = ownContract();
  const silent = model.examples.filter(({ event, response }) => {
    const text = JSON.stringify(response ?? {});
    const checked = checkBody({ text, event, side: "response", release: "59.5.2" }, validators);
    return !("till" in checked) || checked.till.some((sentence) => sentence.startsWith("The answer has "));
  });
  expect(silent).toEqual([]);
});
