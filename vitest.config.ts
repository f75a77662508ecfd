import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/**
 * The tiers of the tests, each a mode: `vitest run --mode rest`. A file's name says where it belongs: `x.test.ts` is
 * quick, `x.slow.test.ts` is not. Laws are held twice, over a few specs and over many. Without a mode any file runs.
 */
const tiers: Readonly<Record<string, object>> = {
  /** `npm test`: what one runs while working. Files share their modules, which most of them would load anew. */
  quick: {
    exclude: ["**/node_modules/**", "**/*.slow.test.ts"],
    env: { MPLUS_TIMES: "0.05" },
    isolate: false,
  },
  /** `npm run test:rest`: what else must hold before a change lands. */
  rest: {
    include: ["test/**/*.slow.test.ts", "test/laws/*.test.ts"],
    // Many of these wait: for installs, other processes and pauses that are long by nature.
    maxWorkers: availableParallelism() + 1,
  },
  /** `npm run fuzz`: the attacks at their full figures, one after the other: each has the machine for itself. */
  fuzz: {
    include: [
      "test/{fuzz,growth,injection}/**/*.test.ts",
      "test/cli/broken-specs.slow.test.ts",
      "test/write/{faults,kills}.slow.test.ts",
      "test/output/inbox/chaos.slow.test.ts",
      "test/till/{judge,proof}/*.test.ts",
      "test/package/stranger/*.test.ts",
    ],
    env: { MPLUS_FUZZ: process.env["MPLUS_FUZZ"] ?? "1" },
    fileParallelism: false,
  },
};

export default defineConfig(({ mode }) => ({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 0,
    hookTimeout: 0,
    maxWorkers: availableParallelism(),
    ...tiers[mode],
  },
}));
