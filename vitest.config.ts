import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** A hang has a name: no test is meant to come near this, on a machine ten times slower either. In milliseconds. */
const guard = 600_000;

/** What each tier says, and each project of one has to say anew. */
const common = { testTimeout: guard, hookTimeout: guard };

/** Nothing that comes over the network says anything of a change. */
const onThisMachine = (times: string) => ({
  setupFiles: ["test/workbench/loopback-only.ts"],
  env: { npm_config_offline: "true", MPLUS_TIMES: times },
});

/**
 * Files in the order of their paths, so that a run does not follow from the one before; a run with `--sequence.shuffle` has
 * the order of its seed.
 */
class ByPath extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { shuffle, seed } = this.ctx.config.sequence;
    const place = (file: TestSpecification): string =>
      shuffle === true ? createHash("sha1").update(`${seed}${file.moduleId}`).digest("hex") : file.moduleId;
    return Promise.resolve([...files].sort((a, b) => (place(a) < place(b) ? -1 : 1)));
  }
}

/** Tests of what `spec/` itself says, and of how it may grow. */
const ofSpec = "test/spec";

/**
 * All other tests have a contract that is kept for them, so that none of them notices an edit of `spec/`: it takes the place of the
 * package's spec, and what is generated of it that of `build/contract/` and `generated/`. What runs as a process is the package itself.
 */
const kept = {
  globalSetup: ["test/workbench/kept-contract.ts"],
  alias: [
    {
      find: "./spec-location.js",
      replacement: join(import.meta.dirname, "test/workbench/kept-spec-location.ts"),
    },
    {
      find: /^(?:\.\.\/)+(?:build\/(?=contract\/)|(?=generated\/))/,
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

/** The two projects of a tier, one on each contract. */
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
        globalSetup: [...globalSetup],
        include: include.map((pattern) => pattern.replace(/^test\//, `${ofSpec}/`)),
        exclude: [...configDefaults.exclude, ...exclude],
      },
    },
  ];
};

/**
 * The tiers of the tests, each a mode: `vitest run --mode ci`. A file's name says where it belongs: `x.test.ts` and
 * `x.clock.test.ts` run at each `npm test`, `x.ci.test.ts` before a change lands, `x.proof.test.ts` each night and before a release. Without a mode any
 * file runs.
 */
const tiers: Readonly<Record<string, object>> = {
  /** `npm test`: what a change can break. */
  quick: {
    projects: [
      // Files share their modules, which most of them would load anew.
      ...onBoth("quick", {
        ...onThisMachine("0.05"),
        include: ["test/**/*.test.ts"],
        exclude: ["**/*.{ci,clock,proof}.test.ts"],
        isolate: false,
      }),
      // A file with a virtual clock, or with mocks, has its process for itself.
      ...onBoth("clock", { ...onThisMachine("0.05"), include: ["test/**/*.clock.test.ts"] }),
    ],
  },
  /** `npm run test:ci`: one of each real thing, and the laws over more specs. */
  ci: {
    projects: onBoth("ci", {
      ...onThisMachine("0.2"),
      include: ["test/**/*.ci.test.ts", "test/laws/*.test.ts"],
      globalSetup: ["test/workbench/outputs-folder.ts", "test/workbench/servers/databases.ts"],
    }),
    // Many of these wait for other processes.
    maxWorkers: availableParallelism() + 1,
  },
  /** Parts of `npm run proof`: all there is at full figures, one file after the other: each has the machine for itself. */
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
    // What was transformed for one run serves the next, by its content.
    experimental: { fsModuleCache: true },
    ...tiers[mode],
  },
}));
