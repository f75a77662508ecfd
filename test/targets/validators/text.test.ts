import { posix } from "node:path";
import { build, type PluginBuild } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { collectTypes } from "../../../generator/contract/view/walk.js";
import type { View } from "../../../generator/contract/view/view.js";
import { collectFiles, realSources } from "../../workbench/emit.js";
import { generation } from "../../workbench/outputs.js";

describe.each(["..", "48.."] as const)("the text of the validators for %s", (range) => {
  let view: View;
  let files: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const made = await generation(range, { targets: ["validators"] });
    view = made.view;
    files = collectFiles(made);
  });

  it("loads nothing and makes no code at run time", () => {
    const forbidden = /\brequire\(|\beval\b|\bFunction\(|\bimport\(|\bprocess\b|\bglobalThis\b/;
    const code = [...files].map(
      ([path, text]) => [path, text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")] as const,
    );
    expect(code.filter(([, text]) => forbidden.test(text)).map(([path]) => path)).toEqual([]);
  });

  it("keeps what the spec says in prose out of compiled code", () => {
    const prose = realSources()
      .flatMap(({ text }) => [...text.matchAll(/"description": ("(?:[^"\\]|\\.)*")/g)])
      .map((match) => JSON.parse(match[1] ?? "") as string);
    const code = files.get("validators/compiled.ts") ?? "";
    expect(prose.filter((sentence) => sentence.length > 15 && code.includes(sentence))).toEqual([]);
  });

  it("does nothing when a module is loaded, so that bundlers can drop it", async () => {
    const all = [...files.keys()].map((path) => `import "./${path}";`).join("\n");
    expect(await bundle("all.ts", new Map([...files, ["all.ts", all]]))).toBe("");
  });

  it.each(["scanCode", "printBill", "backgroundPoll"])(
    "lets a bundler keep only what checks %s",
    async (name) => {
      const { request, response } = view.events.find((each) => each.name === name) ?? {};
      const { objects } = collectTypes([request, response].filter((each) => each !== undefined));
      const needed = [...objects, view.commonRequest, view.commonResponse].map((each) => `check${each.name}`);
      const names = [request, response].map((each) => `validate${each?.name ?? ""}`);
      const entry = `export { ${names.join(", ")} } from "./validators/index.js";`;
      const kept = (await bundle("one.ts", new Map([...files, ["one.ts", entry]]))).match(
        /(?<=^(?:function|var) )check\w+/gm,
      );
      expect(new Set(kept)).toEqual(new Set(needed));
    },
  );
});

async function bundle(entry: string, files: ReadonlyMap<string, string>): Promise<string> {
  const memory = {
    name: "output",
    setup: (plugin: PluginBuild) => {
      plugin.onResolve({ filter: /.*/ }, ({ path, importer }) => ({
        path: importer === "" ? path : resolve(importer, path),
        namespace: "output",
      }));
      plugin.onLoad({ filter: /.*/ }, ({ path }) => ({ contents: files.get(path) ?? "", loader: "ts" }));
    },
  };
  const { outputFiles } = await build({
    entryPoints: [entry],
    plugins: [memory],
    bundle: true,
    treeShaking: true,
    format: "esm",
    write: false,
  });
  return outputFiles.map(({ text }) => text).join("");
}

/** Leaves a specifier unchanged if it names no output file. */
const resolve = (from: string, specifier: string): string =>
  specifier.startsWith(".") ? posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts") : specifier;
