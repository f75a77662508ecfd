import { readFileSync } from "node:fs";

const inFolder = (folder, names) => names.map((name) => `${folder}/${name}.ts`);

/** Code to mutate: places where a mistake would open a hole or go unnoticed. */
const signatures = [
  ...inFolder("templates/copied/receiver", ["signature", "signature-web"]),
  partOf("templates/copied/receiver/http.ts", "export function readHeader"),
  partOf("templates/copied/receiver/store.ts", "interface KeyHolder"),
  partOf(
    "templates/copied/receiver/subscriptions.ts",
    "export async function authenticate",
    "export interface VerifiedEvent",
  ),
  partOf("templates/copied/receiver/values.ts", "export type Keys"),
];
const escaping = [
  ...inFolder("generator/base/text", ["escape", "quote", "source-file"]),
  ...inFolder("generator/pages/blocks", ["builders", "markdown", "text"]),
  partOf("generator/pages/blocks/html.ts", "export const toFile"),
  "generator/contract/read/pointer.ts",
];
const paths = inFolder("generator/output", ["folder", "plan"]);
const versions = [
  ...inFolder("generator/base/time", ["fleet", "release", "spans"]),
  ...inFolder("generator/contract/lattice", ["shapes", "snapshot", "tree"]),
  partOf("generator/contract/view/naming.ts", "function gateView", "const forbiddenIn"),
  partOf("templates/copied/receiver/subscriptions.ts", "function checkEntry", "const advisedKeyBytes"),
  "templates/copied/validators/omit.ts",
  "templates/copied/validators/results.ts",
];

/** Returns the lines of a file from one prefix up to another, or to the end. */
function partOf(path, first, next) {
  const lines = readFileSync(new URL(path, import.meta.url), "utf8").split("\n");
  const find = (start) => {
    const index = lines.findIndex((line) => line.startsWith(start));
    if (index === -1) throw new Error(`${path} has no line that begins with ${start}`);
    return index;
  };
  return `${path}:${find(first) + 1}-${next === undefined ? lines.length : find(next)}`;
}

export default {
  mutate: [...signatures, ...escaping, ...paths, ...versions],
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutate.config.ts" },
  coverageAnalysis: "perTest",
  disableTypeChecks: false,
  ignorePatterns: ["/coverage", "/dist", "/generated"],
  concurrency: 1,
  // A busy machine is slow, and few mutants loop forever.
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 30,
  reporters: ["clear-text", "progress-append-only", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: "coverage/mutation.json" },
  thresholds: { high: 95, low: 90, break: 90 },
};
