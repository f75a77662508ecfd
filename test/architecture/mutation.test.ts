import { expect, it } from "vitest";
import { listFiles } from "./files.js";

it("every file that mutation testing is to break exists", async () => {
  const { default: config } = (await import("../../stryker.config.js")) as {
    default: { readonly mutate: readonly string[] };
  };
  const files = new Set(["generator", "templates"].flatMap(listFiles));
  expect(config.mutate.filter((path) => !files.has(path))).toEqual([]);
});
