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

/** Tested Node releases, installed through npm's `node` package. */
export const releases = ["20.20.2", "22.23.3", "24.21.0", "26.10.0"];

const quick = ["vitest", "run", "--mode", "quick"];

/** Commands of each part. All run every night and before a release. */
export const parts = {
  ...Object.fromEntries(Object.entries(folders).map(([name, paths]) => [name, inFull(...paths)])),
  output: inFull(
    ...folders.output,
    ...[...folders.languages, "test/emitted/inbox/", "test/emitted/browser/"].flatMap(exclude),
  ),
  rest: inFull(...Object.values(folders).flat().flatMap(exclude)),
  /** Adds webhooks to new projects of the frameworks' generators and runs the projects' own checks. */
  starters: [["node", "test/proof/starters/run.mjs"]],
  nodes: releases.map((release) => ["npx", "--yes", "--package", `node@${release}`, "--", ...quick]),
  /** Quick tests must pass on a slow machine and in any order. */
  steady: [
    ...Array.from({ length: 5 }, () => besideLoops(4, "--sequence.shuffle")),
    // Eighteen loops beside two processes leave each process a tenth of two cores.
    besideLoops(18),
  ],
  /** Fails if a ratio with an aim in docs/performance.json is less than half as good, on any Node release. */
  speed: [["node", "test/bench/run.mjs", "--quick", "--hold", "receiver", "loopback", "validation"]],
  mutation: [["npx", "stryker", "run"]],
  seeded: [["node", "test/proof/seeded-faults/run.mjs"]],
};

function exclude(folder) {
  return ["--exclude", `${folder}**`];
}

function besideLoops(loops, ...options) {
  return ["node", "test/proof/busy.mjs", `${loops}`, "npx", ...quick, ...options];
}
