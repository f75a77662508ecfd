import { defineConfig } from "vitest/config";

/** The attacks at their full figures, one after the other: each has the machine for itself. */
export default defineConfig({
  test: {
    include: [
      "test/fuzz/**/*.test.ts",
      "test/injection/**/*.test.ts",
      "test/cli/broken-specs.test.ts",
      "test/write/faults.test.ts",
      "test/write/kills.test.ts",
    ],
    env: { MPLUS_FUZZ: process.env["MPLUS_FUZZ"] ?? "1" },
    testTimeout: 0,
    hookTimeout: 0,
    fileParallelism: false,
  },
});
