import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-files.js";

it("was held against this version of pg-boss: with another, run the tests of the inbox and its chaos run, and read its fetch, fail and complete", () => {
  const text = readFileSync(join(packageRoot, "node_modules/pg-boss/package.json"), "utf8");
  expect((JSON.parse(text) as { version: string }).version).toBe("12.35.0");
});
