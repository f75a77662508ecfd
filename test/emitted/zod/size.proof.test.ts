import { join } from "node:path";
import * as esbuild from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collectFiles, emit, realSpec } from "../../workbench/emit.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";

describe("a bundle", () => {
  const folder = makeProjectFolder();
  beforeAll(async () => {
    writeFiles(folder, collectFiles(await emit(realSpec(), "48..", { targets: ["zod"] })));
  });
  afterAll(() => removeFolder(folder));

  /** In bytes, minified. Includes zod unless it is external. */
  async function measure(code: string, outside: readonly string[] = []): Promise<number> {
    const { outputFiles } = await esbuild.build({
      stdin: { contents: code, resolveDir: join(folder, "zod"), loader: "ts" },
      bundle: true,
      minify: true,
      format: "esm",
      write: false,
      external: [...outside],
    });
    return outputFiles.reduce((sum, { contents }) => sum + contents.byteLength, 0);
  }

  it("of one event is a part of that of all", async () => {
    const outside = ["zod", "zod/v4/core"];
    const all = await measure('export * from "./index.js";', outside);
    const both = await measure('export * from "./scanCode.js";', outside);
    const request = await measure('export { scanCodeRequest } from "./scanCode.js";', outside);
    expect(both / all).toBeLessThan(0.65);
    expect(request / all).toBeLessThan(0.3);
  });

  it("has little more of zod than any schema needs", async () => {
    const least = await measure('import * as z from "zod"; export const schema = z.object({});');
    const one = await measure('export { scanCodeRequest } from "./scanCode.js";');
    expect(one / least).toBeLessThan(2);
  });

  it("is not larger where the event is imported from the index", async () => {
    const own = await measure('export { scanCodeRequest } from "./scanCode.js";');
    const fromIndex = await measure('export { scanCodeRequest } from "./index.js";');
    expect(Math.abs(fromIndex - own)).toBeLessThan(100);
  });

  it("of nothing is nothing", async () => {
    expect(await measure('import "./index.js";')).toBe(0);
  });
});
