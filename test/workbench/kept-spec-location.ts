import { join } from "node:path";

/**
 * Where the tests have the contract that they stand on, which is `spec/` as it once was. In all tests but those in `test/spec/` and
 * `test/spec/growth/` this module takes the place of `generator/contract/package/spec-location.ts`: see `vitest.config.ts`.
 */
export const ownSpec = join(import.meta.dirname, "../../build/kept/spec");
