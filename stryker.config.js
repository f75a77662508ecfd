const inFolder = (folder, names) => names.map((name) => `${folder}/${name}.ts`);

/** What is broken, change by change, to see a test fail each time: where a slip would be a hole, or a silent lie. */
const signatures = inFolder("templates/receiver", [
  "http",
  "signature",
  "signature-web",
  "store",
  "subscriptions",
  "values",
]);
const escaping = [
  ...inFolder("generator/text", [
    "comment",
    "html",
    "invisible",
    "literal",
    "markdown",
    "quote",
    "source-file",
  ]),
  ...inFolder("generator/docs/blocks", ["anchor", "href", "text", "write"]),
  ...inFolder("generator/targets/docs", ["mermaid", "print-blocks", "print-table", "print-text"]),
  ...inFolder("generator/targets/site", ["anchors", "json-colours"]),
  "generator/spec/pointer.ts",
];
const paths = inFolder("generator/write", ["file-system", "find-file", "folders", "location", "plan"]);
const versions = [
  ...inFolder("generator/time", ["fleet", "range", "release", "spans"]),
  ...inFolder("generator/lattice", ["join", "meet", "snapshot", "tree"]),
  "generator/view/gates.ts",
  "templates/validators/results.ts",
];

export default {
  mutate: [...signatures, ...escaping, ...paths, ...versions],
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutate.config.ts" },
  coverageAnalysis: "perTest",
  disableTypeChecks: false,
  ignorePatterns: ["/coverage", "/dist", "/generated"],
  concurrency: 1,
  // A machine with other work to do is slow, and few mutants loop.
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 30,
  reporters: ["clear-text", "progress-append-only", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: "coverage/mutation.json" },
  thresholds: { high: 95, low: 90, break: 90 },
};
