/** Tests at full figures: all of `x.ci.test.ts`, `x.proof.test.ts` and the laws, one file after the other. */
const inFull = (...paths) => [["npx", "vitest", "run", "--mode", "proof", ...paths]];

/** The tests in these folders are parts of their own; `rest` is what lies elsewhere. */
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

/** The releases of Node that are tested; npm's package `node` brings them. */
export const releases = ["20.20.2", "22.23.3", "24.21.0", "26.10.0"];

const quick = ["vitest", "run", "--mode", "quick"];

/** What is proved each night and before a release, part by part: commands, each of which has to succeed. */
export const parts = {
  ...Object.fromEntries(Object.entries(folders).map(([name, paths]) => [name, inFull(...paths)])),
  output: inFull(
    ...folders.output,
    ...[...folders.languages, "test/emitted/inbox/", "test/emitted/browser/"].flatMap(exclude),
  ),
  rest: inFull(...Object.values(folders).flat().flatMap(exclude)),
  /** The webhooks in new projects of the frameworks' own generators, whose own commands stay green. */
  starters: [["node", "test/proof/starters/run.mjs"]],
  /** The quick tests on each release of Node. */
  nodes: releases.map((release) => ["npx", "--yes", "--package", `node@${release}`, "--", ...quick]),
  /** No test depends on the machine's speed, or on the order of the tests. */
  steady: [
    ...Array.from({ length: 5 }, () => besideLoops(4, "--sequence.shuffle")),
    // Eighteen loops beside two processes leave each a tenth of two cores.
    besideLoops(18),
  ],
  /** No ratio with an aim is less than half as good as docs/performance.md says, on any Node that it has. */
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
