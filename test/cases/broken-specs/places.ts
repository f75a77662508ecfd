import type { LintCase } from "./lint-case.js";

/** Files where the spec keeps none; an event is named by its file. */
export const placeCases: readonly LintCase[] = [
  ...[
    "notes.json",
    "event/scanCode.json",
    "events/ScanCode.json",
    "events/../scanCode.json",
    "events/scan-code.json",
    `events/${"a".repeat(65)}.json`,
    "requests/a/b.json",
    "common/Table.json",
    "examples/scanCode.json",
    "examples/scan:code/card.json",
    "responses/caf\u00e9.json",
    ...["events/\u00e9.json", "events/e\u0301.json", `events/${"a".repeat(300)}.json`],
    ...["events/C:\\x.json", "events/\\\\srv\\x.json", "events/%2e%2e.json", "events/...json"],
    ...["events/aux.ts.json", "events/a..json", "events/a .json", "events/__proto__.json"],
    ...["events/:id.json", "events/*.json", "events/(.*).json", "events/{a}.json"],
  ].map((file): LintCase => ({
    name: `nothing is kept at ${file.slice(0, 40)}`,
    given: { [file]: { description: "Lost." } },
    want: [{ code: "unexpected-file", at: `${file}#`, message: `A spec has no file at ${file}.` }],
  })),
];
