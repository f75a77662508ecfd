import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Time limit in milliseconds for hanging tests, far above any test on a slow machine. */
const guard = 600_000;

/** Limits shared by all tiers; each vitest project must repeat them. */
const common = {
  testTimeout: guard,
  hookTimeout: guard,
  expect: { poll: { timeout: guard } },
  // The names of cases are sentences. Cut short, two of them can look the same.
  chaiConfig: { truncateThreshold: 120 },
};

/** Blocks the network, so that no test depends on it. */
const onThisMachine = (times: string) => ({
  setupFiles: ["test/workbench/loopback-only.ts"],
  env: { npm_config_offline: "true", MPLUS_TIMES: times },
});

/** Waits for most of its minute. It begins first, so that the other files use the processors meanwhile. */
const isFirst = (path: string): boolean => path.endsWith("test/templates/inbox/inbox.ci.test.ts");

/**
 * Runs files in path order, so that one run does not depend on the previous one. `--sequence.shuffle` overrides
 * the order.
 */
class ByPath extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { shuffle, seed } = this.ctx.config.sequence;
    const place = ({ moduleId }: TestSpecification): string =>
      shuffle === true
        ? createHash("sha1").update(`${seed}${moduleId}`).digest("hex")
        : `${isFirst(moduleId) ? 0 : 1}${moduleId}`;
    return Promise.resolve([...files].sort((a, b) => (place(a) < place(b) ? -1 : 1)));
  }
}

/** Tests of the real `spec/` and its evolution. */
const ofSpec = "test/spec";

/**
 * Makes all other tests use a frozen contract, so that editing `spec/` cannot break them. It replaces the
 * package's spec and `generated/`. Programs started as processes still use the real package.
 */
const kept = {
  globalSetup: ["test/workbench/kept-contract.ts"],
  alias: [
    {
      find: "./spec-location.js",
      replacement: join(import.meta.dirname, "test/workbench/kept-spec-location.ts"),
    },
    {
      find: /^(?:\.\.\/)+(?=generated\/)/,
      replacement: join(import.meta.dirname, "build/kept/"),
    },
  ],
};

interface Tier {
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  readonly globalSetup?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly [option: string]: unknown;
}

/** The two vitest projects of a tier, one for each contract. */
const onBoth = (name: string, { include, exclude = [], globalSetup = [], ...options }: Tier) => {
  const both = { ...common, ...options };
  const isOfSpec = `${ofSpec}/**`;
  return [
    {
      test: {
        ...both,
        name,
        include: [...include],
        alias: kept.alias,
        exclude: [...configDefaults.exclude, ...exclude, isOfSpec],
        globalSetup: [...kept.globalSetup, ...globalSetup],
      },
    },
    {
      test: {
        ...both,
        name: `${name} of the contract`,
        globalSetup: [...kept.globalSetup, ...globalSetup],
        include: include.map((pattern) => pattern.replace(/^test\//, `${ofSpec}/`)),
        exclude: [...configDefaults.exclude, ...exclude],
      },
    },
  ];
};

/**
 * Test tiers, each a mode: `vitest run --mode ci`. The file name decides the tier: `x.test.ts`, `x.clock.test.ts` and
 * `x.mock.test.ts` run in `npm test`, `x.ci.test.ts` before a change lands, and `x.proof.test.ts` every night and before
 * a release. Without a mode, any file runs.
 */
const tiers: Readonly<Record<string, object>> = {
  /** `npm test`. */
  quick: {
    projects: [
      // Files share modules to avoid reloading them.
      ...onBoth("quick", {
        ...onThisMachine("0.05"),
        include: ["test/**/*.test.ts"],
        exclude: ["**/*.{ci,clock,mock,proof}.test.ts"],
        isolate: false,
      }),
      // Files with a virtual clock share processes with each other only.
      ...onBoth("clock", {
        ...onThisMachine("0.05"),
        include: ["test/**/*.clock.test.ts"],
        isolate: false,
      }),
      // A file that replaces modules runs in its own process.
      ...onBoth("mock", { ...onThisMachine("0.05"), include: ["test/**/*.mock.test.ts"] }),
    ],
  },
  /** `npm run test:ci`: real servers, compilers and browsers, and laws over more specs. */
  ci: {
    projects: onBoth("ci", {
      ...onThisMachine("0.2"),
      include: ["test/**/*.ci.test.ts", "test/laws/*.test.ts"],
      globalSetup: ["test/workbench/outputs-folder.ts", "test/workbench/servers/databases.ts"],
    }),
    // Many of these tests wait for other processes.
    maxWorkers: availableParallelism() + 1,
  },
  /** `npm run proof`: everything with full repetition counts, one file at a time. */
  proof: {
    projects: onBoth("proof", {
      include: ["test/**/*.{ci,proof}.test.ts", "test/laws/*.test.ts"],
      globalSetup: ["test/workbench/outputs-folder.ts", "test/workbench/servers/databases.ts"],
      env: { MPLUS_FUZZ: process.env["MPLUS_FUZZ"] ?? "1" },
      fileParallelism: false,
      testTimeout: 0,
    }),
    fileParallelism: false,
  },
};

export default defineConfig(({ mode }) => ({
  test: {
    ...common,
    projects: onBoth("any", { include: ["test/**/*.test.ts"] }),
    maxWorkers: availableParallelism(),
    sequence: { sequencer: ByPath },
    // Reuse transformed modules from earlier runs.
    experimental: { fsModuleCache: true },
    ...tiers[mode],
  },
}));
