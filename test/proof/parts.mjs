import { readdirSync } from "node:fs";

/** Runs CI tests, proof tests and laws with full repetition counts, one file at a time. */
const inFull = (...paths) => [["npx", "vitest", "run", "--mode", "proof", ...paths]];

/** Test folders with a part of their own; `rest` covers all others. */
export const folders = {
  attacks: ["test/fuzz/", "test/injection/"],
  crashes: ["test/output/", "test/emitted/inbox/", "test/templates/inbox/", "test/templates/stores/"],
  till: ["test/till/"],
  strangers: ["test/package/stranger/"],
  pages: ["test/emitted/browser/", "test/targets/site/", "test/pages/"],
  languages: ["test/emitted/models/", "test/emitted/collections/", "test/emitted/runtimes/"],
  output: ["test/emitted/"],
  laws: ["test/laws/", "test/spec/growth/"],
};

/** The Node releases between the oldest and the newest, which `.ci/run` tests. */
const releases = ["22.23.3", "24.21.0"];

const quick = ["vitest", "run", "--mode", "quick"];

/** Commands of each part. All run every night and before a release. */
export const parts = {
  ...Object.fromEntries(Object.entries(folders).map(([name, paths]) => [name, inFull(...paths)])),
  // `--exclude` has no effect on projects with excludes of their own.
  output: inFull(...listFiles().filter((path) => ownerOf(path) === "output")),
  rest: inFull(...listFiles().filter((path) => ownerOf(path) === undefined)),
  /** Adds webhooks to new projects of the frameworks' generators and runs the projects' own checks. */
  starters: [["node", "test/proof/starters/run.mjs"]],
  nodes: releases.map((release) => ["npx", "--yes", "--package", `node@${release}`, "--", ...quick]),
  /** Quick tests must pass on a slow machine and in any order. */
  steady: [
    ...Array.from({ length: 2 }, () => besideLoops(4, "--sequence.shuffle")),
    // Twelve loops beside two processes leave each process a seventh of two cores.
    besideLoops(12),
  ],
  seeded: [["node", "test/proof/seeded-faults/run.mjs"]],
};

/** The test files that `--mode proof` runs. */
function listFiles() {
  const files = readdirSync("test", { recursive: true }).map((path) => `test/${path.replaceAll("\\", "/")}`);
  return files.filter((path) => /\.(?:ci|proof)\.test\.ts$|^test\/laws\/[^/]*\.test\.ts$/.test(path)).sort();
}

/** The part with the longest folder that has the file. */
function ownerOf(file) {
  const found = Object.entries(folders).flatMap(([part, paths]) =>
    paths.filter((path) => file.startsWith(path)).map((path) => ({ part, length: path.length })),
  );
  return found.sort((a, b) => b.length - a.length)[0]?.part;
}

function besideLoops(loops, ...options) {
  return ["node", "test/proof/busy.mjs", `${loops}`, "npx", ...quick, ...options];
}
