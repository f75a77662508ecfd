import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { transpile } from "../workbench/folders.js";
import { madeFiles } from "../workbench/made-output.js";
import { adapters } from "../workbench/adapters.js";
import { frameworkPackages } from "./framework-packages.js";

describe("the emitted code", () => {
  /** Each call and object creation, as `path: what(`. */
  let calls: readonly string[];
  let imports: readonly { readonly path: string; readonly from: string }[];

  beforeAll(async () => {
    const files = transpile(await madeFiles(".."));
    calls = files.flatMap(([path, text]) => callsIn(text).map((call) => `${path}: ${call}`));
    imports = files.flatMap(([path, text]) =>
      ts.preProcessFile(text, true, true).importedFiles.map(({ fileName: from }) => ({ path, from })),
    );
  });

  it("makes no regular expression as it runs", () => {
    expect(calls.filter((call) => /: (?:new )?RegExp\(/.test(call))).toEqual([]);
  });

  it("calls nobody by itself: only its user can have it call a payment back", () => {
    const calling = calls.filter((call) => /: (?:globalThis\.)?(?:fetch|request)\(/.test(call));
    expect(calling).toEqual(["receiver/handling/for-handlers.js: fetch("]);
    const network = imports.filter(({ from }) => /^(?:node:)?(?:https?|http2|net|tls|dgram)$/.test(from));
    // A folder's lock is a socket in it.
    expect(network.map(({ path }) => path)).toEqual(["inbox/folder-lock.js"]);
  });

  it("reads no clock that can jump", () => {
    const reading = calls.filter((call) => /: (?:new )?Date(?:\.now)?\(/.test(call));
    expect(reading).toEqual([]);
  });

  it.each(adapters)("of %s imports its framework, what is generated, and nothing else", (name) => {
    const packages = imports.filter(({ path, from }) => path.startsWith(`${name}/`) && !from.startsWith("."));
    expect(packages.filter(({ from }) => !frameworkPackages[name]?.includes(from))).toEqual([]);
  });

  it("for the web imports nothing from Node", () => {
    const web = /^(?:fetch|hono)\/|^receiver\/(?!protocol\/node\.|base\/signature\.)/;
    const own = imports.filter(({ path }) => web.test(path));
    const looked = new Set(own.map(({ path }) => path));
    expect([...looked]).toEqual(expect.arrayContaining(["receiver/protocol/body.js", "fetch/web.js"]));
    expect(own.filter(({ from }) => /^node:|\/node\./.test(from))).toEqual([]);
  });
});

function callsIn(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node)) found.push(`new ${node.expression.getText()}(`);
    if (ts.isCallExpression(node)) found.push(`${node.expression.getText()}(`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("x.js", text, ts.ScriptTarget.ES2022, true));
  return found;
}
