import { describe, expect, it } from "vitest";
import type { Problem } from "../../../generator/base/problem/problem.js";
import { buildModel } from "../../../generator/contract/model/build.js";
import { locateProblems } from "../../../generator/contract/read/json-text.js";
import { readDialect } from "../../../generator/contract/package/package-files.js";
import { lintSpec } from "../../../generator/contract/lint/lint-spec.js";
import { checkCompleteness } from "../../../generator/contract/lint/rules/completeness.js";
import { checkExamples } from "../../../generator/contract/examples/check-examples.js";
import { anyFault, isClear } from "./broken-specs/any-fault.js";
import { hugeCases } from "./broken-specs/huge.js";
import { lintCases } from "./broken-specs/lint-cases.js";
import {
  changeSpec,
  lint,
  smallSpec,
  toSources,
  type Changes,
  type SpecInMemory,
} from "../read/small-spec.js";

const dialect = readDialect();

/** A spec with a fault of nearly every kind. */
const everythingWrong: Changes = {
  "requests/bill.json": "{ nonsense",
  "responses/polling.json": '{ "title": "A", "title": "B" }',
  "common/table.json#/tittle": "Table",
  "notes/old.json": {},
  "responses/scanCode.json#/properties/label": { $ref: "common/nothing.json" },
  "events/scanCode.json#/carries/weather": {},
  "requests/event.json#/properties/eventCounter/maxLength": 3,
  "requests/errorRequest.json#/title": undefined,
  "responses/scanCode.json#/title": "ScanCode",
  "responses/message.json#/required": ["nothing"],
  "requests/scanCode.json#/properties/scannedCode/description": undefined,
  "envelope.json#/answers/message/x-added-in": "99",
  "requests/event.json#/properties/eventPolling/x-deprecated-in": "10",
  "events/printBill.json#/carries/bill/required": false,
  "requests/scanCode.json#/properties/codeType/x-enum-removed-in": {
    barcode: "13.0.2",
    rfid: "13.0.2",
    qrcode: "13.0.2",
  },
};

function problemsOf(spec: SpecInMemory): readonly Problem[] {
  const linted = lint(spec);
  if (!linted.ok) return linted.problems;
  const wrong = [...checkCompleteness(linted.value), ...checkExamples(buildModel(linted.value))];
  return [...linted.warnings, ...locateProblems(wrong, toSources(spec))];
}

/** As detailed as a case wants it, or else in full. */
function show({ code, message, hint, place, position }: Problem, want: string | undefined): string {
  const at = place ? `${code} ${place.file}#${place.pointer}` : code;
  const said = hint === undefined ? message : `${message} ${hint}`;
  const forms = [at, `${at} ${position?.line}:${position?.column}`].flatMap((form) => [
    form,
    `${form}: ${said}`,
  ]);
  return forms.find((form) => form === want) ?? `${forms[3]}`;
}

describe("lint", () => {
  it("finds nothing in a sound spec", () => {
    expect(problemsOf(smallSpec)).toEqual([]);
  });

  it("says everything at once", () => {
    const problems = problemsOf(changeSpec(everythingWrong));
    expect(problems.map(({ code, place }) => `${code} ${place ? place.file : ""}`)).toEqual([
      "json-syntax requests/bill.json",
      "duplicate-key responses/polling.json",
      "unknown-keyword common/table.json",
      "unexpected-file notes/old.json",
      "dangling-ref responses/scanCode.json",
      "unknown-object events/scanCode.json",
      "misplaced-keyword requests/event.json",
      "missing-title requests/errorRequest.json",
      "missing-description requests/scanCode.json",
      "unknown-required responses/message.json",
      "duplicate-name responses/scanCode.json",
      "unlisted-release envelope.json",
      "outside-life requests/event.json",
      "contradicting-switches events/printBill.json",
      "empty-enum requests/scanCode.json",
    ]);
  });

  it("leaves what it is given as it was", () => {
    const sources = toSources(smallSpec);
    const before = structuredClone(sources);
    lintSpec(sources, dialect);
    expect(sources).toEqual(before);
  });

  it.each(Object.entries(anyFault))("refuses %s, wherever it is, and says where and why", (_, faults) => {
    for (const given of faults) {
      const sources = toSources(changeSpec(given));
      const linted = lintSpec(sources, dialect);
      expect(linted.ok, JSON.stringify(given)).toBe(false);
      expect(linted.ok ? [] : linted.problems.filter((problem) => !isClear(problem, sources))).toEqual([]);
    }
  });

  describe.each([...Object.entries(lintCases), ["huge", hugeCases] as const])("finds, in %s:", (_, cases) => {
    it.each(cases)("$name", ({ given, want }) => {
      const problems = problemsOf(changeSpec(given));
      expect(problems.map((problem, index) => show(problem, want[index]))).toEqual(want);
    });
  });
});
