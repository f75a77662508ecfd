import { describe, expect, it } from "vitest";
import { problemCodes, report } from "../../../generator/base/problem/catalogue.js";
import { isError } from "../../../generator/base/problem/problem.js";
import { additionCases } from "../../contract/lint/additions/addition-cases.js";
import { hugeCases } from "../../contract/lint/broken-specs/huge.js";
import { lintCases } from "../../contract/lint/broken-specs/lint-cases.js";
import { encodingCases } from "../../contract/lint/broken-specs/encoding.js";
import { entryCases } from "../../contract/lint/broken-specs/entries.js";
import { brokenConfigs } from "../../cli/config/broken-configs.js";
import type { CallsOfCode } from "../../cli/calls/rows.js";
import { readCases } from "../../workbench/cases.js";
import { brokenScenarios } from "../../till/scenario/cases/broken-scenarios.js";
import { runs } from "../../output/runs.js";

const calls = ["calls", "warned-calls"].flatMap(
  (name) => readCases(`../../cli/calls/${name}.yaml`, import.meta) as readonly CallsOfCode[],
);

/** Every code that some case raises. Each table has its own test. */
const raised = new Set<string>([
  ...[...calls, ...brokenConfigs].map(({ code }) => code),
  ...[...Object.values(lintCases), hugeCases]
    .flat()
    .flatMap(({ want }) => want.flatMap((finding) => finding.split(/[ :]/, 1))),
  ...Object.values(additionCases).flatMap((cases) =>
    cases.flatMap(([, { want = [] }]) => [want].flat().flatMap((finding) => finding.split(" ", 1))),
  ),
  ...[...encodingCases, ...entryCases, ...brokenScenarios].map(({ want }) => want.code),
  ...runs.flatMap(({ refused }) => refused?.code ?? []),
  // Raised in test/cli/process/interrupted.ci.test.ts, which has no table.
  "interrupted",
  // Raised in test/cli/lint.test.ts for any spec with an error.
  "lint-stopped",
  // Raised in test/drift/drift.test.ts and test/cli/drift/sources.test.ts.
  "unknown-source",
  // Raised in test/drift/hostile.ci.test.ts and test/drift/wsdl.test.ts.
  ...["source-too-large", "source-not-text", "source-too-tangled", "source-no-wsdl", "no-soap-names"],
  // Raised in test/cli/inbox/inbox.ci.test.ts, which has several tables.
  ...["no-database", "old-node", "package-missing", "database-unreachable", "no-inbox", "inbox-version"],
  ...["inbox-in-use", "unknown-stored-event", "ambiguous-stored-event", "database-failed"],
  // Raised in test/output/layout.test.ts, which has no table of problems.
  "prettier-option",
  // Raised if the system runs out of watchers, which no test can cause.
  "not-watched",
]);

describe("the catalogue of problems", () => {
  it("has no problem that no case raises", () => {
    expect(problemCodes.filter((code) => !raised.has(code))).toEqual([]);
  });

  it("has codes of lower-case words", () => {
    expect(problemCodes.filter((code) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  it("does not treat a warning as an error", () => {
    const all = [report("missing-title", {}), report("unreachable-file", { path: "a" })];
    expect(all.map(isError)).toEqual([true, false]);
  });
});
