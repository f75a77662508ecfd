import { posix } from "node:path";
import { build, type PluginBuild } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { realSources } from "../../workbench/emit.js";
import { output } from "../../workbench/outputs.js";

describe.each(["..", "48.."] as const)("the text of the validators for %s", (range) => {
  let files: ReadonlyMap<string, string>;

  beforeAll(async () => {
    files = await output(range, { targets: ["validators"] });
  });

  it("loads nothing and makes no code at run time", () => {
    const forbidden = /\brequire\(|\beval\b|\bFunction\(|\bimport\(|\bprocess\b|\bglobalThis\b/;
    const code = [...files].map(
      ([path, text]) => [path, text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")] as const,
    );
    expect(code.filter(([, text]) => forbidden.test(text)).map(([path]) => path)).toEqual([]);
  });

  it("keeps what the spec says in prose out of the table", () => {
    const prose = realSources()
      .flatMap(({ text }) => [...text.matchAll(/"description": ("(?:[^"\\]|\\.)*")/g)])
      .map((match) => JSON.parse(match[1] ?? "") as string);
    const code = files.get("validators/contract.ts") ?? "";
    expect(code).not.toBe("");
    expect(prose.filter((sentence) => sentence.length > 15 && code.includes(sentence))).toEqual([]);
  });

  it("does nothing when a module is loaded, so that bundlers can drop it", async () => {
    const all = [...files.keys()].map((path) => `import "./${path}";`).join("\n");
    expect(await bundle("all.ts", new Map([...files, ["all.ts", all]]))).toBe("");
  });
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
