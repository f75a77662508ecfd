import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { targets } from "../../generator/targets/all.js";
import { emit, collectFiles, realSpec } from "../workbench/emit.js";
import { transpile } from "../workbench/folders.js";

/** What the emitted code leaves alone, whoever asks it to. */
describe("the emitted code", () => {
  /** Each call, and each making of an object, as `path: what(`. */
  let calls: readonly string[];
  let imports: readonly string[];

  beforeAll(async () => {
    const generation = await emit(realSpec(), "..", { targets: targets.map(({ name }) => name) });
    const files = transpile(collectFiles(generation));
    calls = files.flatMap(([path, text]) => callsIn(text).map((call) => `${path}: ${call}`));
    imports = files.flatMap(([path, text]) =>
      ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => `${path}: ${fileName}`),
    );
  });

  it("makes no regular expression as it runs", () => {
    expect(calls.filter((call) => /: (?:new )?RegExp\(/.test(call))).toEqual([]);
  });

  it("calls nobody by itself: only its user can have it call a payment back", () => {
    const calling = calls.filter((call) => /: (?:globalThis\.)?(?:fetch|request|connect)\(/.test(call));
    expect(calling).toEqual(["receiver/api/call-back.js: fetch("]);
    expect(imports.filter((each) => each.endsWith("call-back.js"))).toEqual([
      "receiver/index.js: ./api/call-back.js",
    ]);
    expect(imports.filter((each) => /: (?:node:)?(?:https?|http2|net|tls|dgram)$/.test(each))).toEqual([]);
  });

  it("reads no clock that can jump", () => {
    expect(calls.filter((call) => /: (?:new )?Date(?:\.now)?\(/.test(call))).toEqual([]);
    expect(calls.filter((call) => call.endsWith(": performance.now(")).length).toBeGreaterThan(3);
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
