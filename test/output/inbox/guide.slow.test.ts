import { afterAll, expect, it } from "vitest";
import { collectFiles, emit, realSpec } from "../../workbench/emit.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { compileIn } from "../compilers/compiler.js";
import { esModules } from "../frameworks/frameworks.js";

const folder = makeProjectFolder();
afterAll(() => removeFolder(folder));

/** A package of one example that is not installed here. */
const missing = "@opentelemetry/sdk-metrics";

it("the README of an inbox shows examples that compile", async () => {
  const files = collectFiles(await emit(realSpec(), "48..", { targets: ["node", "inbox"] }));
  const guide = files.get("inbox/README.md") ?? "";
  const examples = [...guide.matchAll(/^```ts\n(.*?)^```$/gms)]
    .map(([, code = ""]) => code)
    .filter((code) => !code.includes(missing));
  // The others import the first one by the name that the README gives it.
  const sources = examples.map(
    (code, index) => [`src/${index === 0 ? "inbox" : `use-${index}`}.ts`, code] as const,
  );
  expect(sources.length).toBeGreaterThan(3);
  writeFiles(folder, [
    ["package.json", JSON.stringify({ type: esModules.type })],
    ...[...files].map(([path, content]) => [`src/generated/${path}`, content] as const),
    ...sources,
  ]);
  const printed = await compileIn(folder, {
    compiler: "typescript",
    options: { ...esModules.options, noEmit: true, skipLibCheck: true },
    files: sources.map(([path]) => path),
  });
  expect(printed).toBe("");
});
