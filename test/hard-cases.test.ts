import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { generatorCases } from "./cases/hard-cases/generator.js";
import type { HardCase, Shown } from "./cases/hard-cases/hard-case.js";
import { receiverCases } from "./cases/hard-cases/receiver.js";

const root = join(import.meta.dirname, "..");
const testsOf = (each: HardCase): readonly Shown[] => ("tests" in each ? each.tests : []);
const numbered = (letter: string, most: number) =>
  Array.from({ length: most }, (_, index) => `${letter}${index + 1}`);

const all = [...generatorCases, ...receiverCases];
const shown = all.flatMap((each) => testsOf(each).map((test) => ({ id: each.id, ...test })));

describe("the hard cases", () => {
  it("are all there, once and in order", () => {
    expect(generatorCases.map(({ id }) => id)).toEqual(numbered("G", 55));
    expect(receiverCases.map(({ id }) => id)).toEqual(numbered("R", 63));
  });

  it("have a test each, or a reason in a sentence", () => {
    const neither = all.filter((each) =>
      "reason" in each
        ? !/^[A-Z].{30,}\.$/s.test(each.reason)
        : each.tests.length === 0 && !("pending" in each),
    );
    expect(neither.map(({ id, what }) => `${id}: ${what}`)).toEqual([]);
  });

  it("wait for no test", () => {
    const waiting = all.flatMap((each) =>
      "pending" in each ? [`${each.id} waits for ${each.pending}: ${each.what}`] : [],
    );
    expect(waiting).toEqual([]);
  });

  it("name tests that there are: a title, or the name of a case", () => {
    const missing = shown.filter(({ file, name }) => !textsIn(file).has(name));
    expect(missing).toEqual([]);
  });

  it("name files that are run: tests, and tables that a test imports", () => {
    const idle = [...new Set(shown.map(({ file }) => file))].filter((file) => !runFiles.has(file));
    expect(idle).toEqual([]);
  });
});

/** Test files, and what they import of the tests. */
const runFiles = (() => {
  const found = new Set(
    readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".test.ts"))
      .map((path) => `test/${path.replaceAll("\\", "/")}`),
  );
  for (const file of found) {
    const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), "utf8"));
    importedFiles
      .filter(({ fileName }) => fileName.startsWith("."))
      .map(({ fileName }) => posix.join(posix.dirname(file), fileName).replace(/\.js$/, ".ts"))
      .filter((path) => path.startsWith("test/") && path.endsWith(".ts") && existsSync(join(root, path)))
      .forEach((path) => found.add(path));
  }
  return found;
})();

const known = new Map<string, ReadonlySet<string>>();

/** Every text that a file writes out: literals, templates as they are written, and names of properties. */
function textsIn(file: string): ReadonlySet<string> {
  const texts = known.get(file) ?? new Set(existsSync(join(root, file)) ? readTexts(file) : []);
  known.set(file, texts);
  return texts;
}

function readTexts(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    if (ts.isTemplateExpression(node)) found.push(node.getText().slice(1, -1));
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) found.push(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.ES2022, true));
  return found;
}
