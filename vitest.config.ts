import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";

/** A hang has a name: no test is meant to come near this, on a machine ten times slower either. In milliseconds. */
const guard = 600_000;

/**
 * The tiers of the tests, each a mode: `vitest run --mode ci`. A file's name says where it belongs: `x.test.ts` runs at
 * each `npm test`, `x.ci.test.ts` before a change lands, `x.proof.test.ts` each night and before a release. Without a mode any
 * file runs.
 */
const tiers: Readonly<Record<string, object>> = {
  /** `npm test`: what a change can break. Files share their modules, which most of them would load anew. */
  quick: {
    exclude: [...configDefaults.exclude, "**/*.{ci,proof}.test.ts"],
    env: { MPLUS_TIMES: "0.05" },
    isolate: false,
  },
  /** `npm run test:ci`: one of each real thing, and the laws over more specs. */
  ci: {
    include: ["test/**/*.ci.test.ts", "test/laws/*.test.ts"],
    globalSetup: ["test/workbench/outputs-folder.ts"],
    env: { MPLUS_TIMES: "0.3" },
    // Many of these wait for other processes.
    maxWorkers: availableParallelism() + 1,
  },
  /** Parts of `npm run proof`: all there is at full figures, one file after the other: each has the machine for itself. */
  proof: {
    include: ["test/**/*.{ci,proof}.test.ts", "test/laws/*.test.ts"],
    globalSetup: ["test/workbench/outputs-folder.ts"],
    env: { MPLUS_FUZZ: process.env["MPLUS_FUZZ"] ?? "1" },
    fileParallelism: false,
    testTimeout: 0,
  },
};

export default defineConfig(({ mode }) => ({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: guard,
    hookTimeout: guard,
    maxWorkers: availableParallelism(),
    ...tiers[mode],
  },
}));
