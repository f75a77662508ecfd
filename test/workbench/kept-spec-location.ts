import { join } from "node:path";

/**
 * The location of the contract that tests use, an earlier state of `spec/`. This module replaces
 * `generator/contract/package/spec-location.ts` in all tests except `test/spec/` and `test/spec/growth/`: see
 * `vitest.config.ts`.
 */
export const ownSpec = join(import.meta.dirname, "../../build/kept/spec");
