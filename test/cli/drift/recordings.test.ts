import { expect, it } from "vitest";
import { formatDriftMarkdown } from "../../../generator/cli/report/drift/drift-markdown.js";
import type { DriftReport } from "../../../generator/cli/report/drift/drift-report.js";
import { formatDrift } from "../../../generator/cli/report/drift/drift-text.js";
import type { LowestRelease } from "../../../generator/drift/traffic/lowest-release.js";
import { stripStyles } from "../../../generator/text/style.js";
import { claim, release } from "../../drift/stub.js";

const path = "scanCode.codeType";
const evidence = [
  { release: release(12), isSure: true, claim: claim({ side: "request", path }, { about: "existence" }, 1) },
];

/** The report of a recording that tells this of the releases of the shops. */
function recorded(told: Partial<LowestRelease>): DriftReport {
  const nothing = { release: undefined, until: undefined, isOne: true, evidence: [] } as const;
  const lowest = [{ file: "till.har", side: "request", ...nothing, ...told } as const];
  const source = { file: "till.har", title: "", kind: "traffic", count: 1, lowest, findings: [] } as const;
  return { sources: [source], proposal: { files: [], decisions: [] }, findLine: () => undefined };
}

it.each<readonly [string, Partial<LowestRelease>, string]>([
  ["the release that ends it", { until: release(13) }, "The requests are of a release older than v13."],
  ["its first release", { release: release(12), evidence }, `The requests are of v12 or later: "${path}".`],
  [
    "the flags to use",
    { release: release(12), evidence },
    "So --max-version has to be 12 at least. Requests do not tell --min-version:",
  ],
])("what a recording tells of the shops is in the report as text and as Markdown: %s", (_, told, words) => {
  expect(stripStyles(formatDrift(recorded(told)))).toContain(words);
  expect(formatDriftMarkdown(recorded(told)).replaceAll("\\", "")).toContain(words);
});
