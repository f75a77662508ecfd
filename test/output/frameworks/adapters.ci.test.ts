import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/package/package-files.js";
import { emit, collectFiles, realSpec } from "../../workbench/emit.js";
import { adapters, frameworkPackages } from "./frameworks.js";

describe("an adapter", () => {
  let files: ReadonlyMap<string, string>;
  beforeAll(async () => {
    files = collectFiles(await emit(realSpec(), "48..", { targets: adapters }));
  });

  const importsOf = (path: string): string[] =>
    [...(files.get(path) ?? "").matchAll(/\bfrom "([^"]+)"|^import "([^"]+)"/gm)].map(
      ([, from, bare]) => from ?? bare ?? "",
    );
  const codeOf = (name: string): string[] =>
    [...files.keys()].filter((path) => path.startsWith(`${name}/`) && path.endsWith(".ts"));

  it.each(adapters)("of %s is under 120 lines", (name) => {
    const own = codeOf(name).filter((path) => !path.endsWith("/index.ts"));
    const lines = own.map(
      (path) => readFileSync(join(packageRoot, "templates", path), "utf8").split("\n").length - 1,
    );
    expect(lines.reduce((sum, each) => sum + each, 0)).toBeLessThan(120);
  });

  it.each(adapters)("of %s imports its framework, what is generated, and nothing else", (name) => {
    const others = codeOf(name)
      .flatMap(importsOf)
      .filter((from) => !from.startsWith("."));
    expect(others.filter((from) => !frameworkPackages[name]?.includes(from))).toEqual([]);
  });

  it("of the web imports nothing of node's", () => {
    const web = [
      ...codeOf("fetch"),
      ...codeOf("hono"),
      "receiver/http/web-http.ts",
      "receiver/http/event-path.ts",
    ];
    expect(web.flatMap(importsOf).filter((from) => /^node:|node-http/.test(from))).toEqual([]);
  });
});
