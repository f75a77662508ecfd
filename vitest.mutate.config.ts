import { defineConfig } from "vitest/config";

/**
 * The tests of `npm run mutate`, which run thousands of times: fast, in-process tests that import the mutated code
 * and pass on their own.
 */
export default defineConfig({
  test: {
    include: [
      "test/laws/join-and-meet.test.ts",
      "test/pages/blocks/text.test.ts",
      "test/targets/docs/print.test.ts",
      "test/base/text/{exact-text,quote,source-file}.test.ts",
      "test/base/time/{fleet,range,release,spans}.test.ts",
      "test/contract/read/pointer.test.ts",
      "test/templates/receiver/*/{event-path,key,options,order,sender,signature,web-crypto.clock}.test.ts",
      "test/targets/site/anchors.test.ts",
      "test/contract/view/{gates,views}.test.ts",
      "test/output/{apply,folder,plan,safety}.test.ts",
    ],
    // Laws run on a few fixed specs.
    env: { MPLUS_SEED: "1", MPLUS_TIMES: "0.1" },
    testTimeout: 0,
    hookTimeout: 0,
  },
});
