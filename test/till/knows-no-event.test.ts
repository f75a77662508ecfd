import ts from "typescript";
import { expect, it } from "vitest";
import { listFiles, readText } from "../architecture/files.js";

const events: readonly string[] = listFiles("spec/events").map(
  (path) =>
    path
      .split("/")
      .at(-1)
      ?.replace(/\.json$/, "") ?? "",
);

/** Every name and text in a file of code: identifiers, property names, strings, pieces of templates. */
function listWords(path: string): readonly string[] {
  const words: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node))
      words.push(...node.text.split(/\W+/));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readText(path), ts.ScriptTarget.Latest));
  return words;
}

it("the till knows no event by its name; answers that share a name with one are only in the table of effects", () => {
  const engine = listFiles("generator/till");
  expect(engine.length).toBeGreaterThan(20);
  const found = engine.flatMap((path) => {
    const words = new Set(listWords(path));
    return events.filter((event) => words.has(event)).map((event) => [path, event]);
  });
  expect(found).toEqual([["generator/till/sale/effects.ts", "scanCode"]]);
});
