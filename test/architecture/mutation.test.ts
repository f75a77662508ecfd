import { expect, it } from "vitest";
import { listFiles } from "./files.js";

const config = "../../stryker.config.js";

it("every file that mutation testing is to break exists", async () => {
  const { default: stryker } = (await import(config)) as { default: { readonly mutate: readonly string[] } };
  const files = new Set(["generator", "templates"].flatMap(listFiles));
  const paths = stryker.mutate.map((path) => path.replace(/:\d+-\d+$/, ""));
  expect(paths.filter((path) => !files.has(path))).toEqual([]);
});
