import { posix } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { collectTypes } from "../../../generator/version/collect.js";
import type { View } from "../../../generator/version/view.js";
import { emit, filesOf, realSources, realSpec, templates } from "../../output/emit.js";

describe.each(["..", "48.."] as const)("the text of the validators for %s", (range) => {
  let view: View;
  let files: ReadonlyMap<string, string>;
  const compiled = () => [...files].filter(([path]) => path.startsWith("validators/compiled/"));

  beforeAll(async () => {
    const generation = await emit(realSpec(), range, { targets: ["validators"] });
    view = generation.view;
    files = filesOf(generation);
  });

  it("loads nothing and makes no code at run time", () => {
    const forbidden = /\brequire\(|\beval\b|\bFunction\(|\bimport\(|\bprocess\b|\bglobalThis\b/;
    expect(
      [...files].filter(([, text]) => forbidden.test(withoutComments(text))).map(([path]) => path),
    ).toEqual([]);
  });

  it("imports files of the output only, and all of them are there", () => {
    const missing = [...files].flatMap(([path, text]) =>
      importsOf(text)
        .map((specifier) => resolve(path, specifier))
        .filter((target) => !files.has(target)),
    );
    expect(missing).toEqual([]);
  });

  it("begins every file with the same line, without a version or a range", () => {
    expect(new Set([...files.values()].map((text) => text.split("\n")[0]))).toEqual(
      new Set([
        "// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.",
      ]),
    );
  });

  it("imports nothing that it does not use", () => {
    const unused = compiled().flatMap(([path, text]) => {
      const names = [...text.matchAll(/^import \{ (.+) \} from/gm)].flatMap((match) =>
        (match[1] ?? "").split(", "),
      );
      const locals = names.map((name) => name.split(" as ").at(-1) ?? "");
      return locals
        .filter((name) => text.split(new RegExp(`\\b${name}\\b`)).length < 3)
        .map((name) => `${path} ${name}`);
    });
    expect(unused).toEqual([]);
  });

  it("has one module for each object, with one function", () => {
    const sides = view.events.flatMap(({ request, response }) => [request, response]);
    const objects = [...collectTypes([...sides, view.errorRequest]).objects.map(({ name }) => name)];
    const names = [...objects, view.commonRequest.name, view.commonResponse.name];
    expect(
      compiled()
        .map(([path]) => path)
        .sort(),
    ).toEqual(names.map((name) => `validators/compiled/${name}.ts`).sort());
    for (const [, text] of compiled())
      expect(text.match(/^(?:export )?(?:async )?function /gm)).toHaveLength(1);
  });

  it("keeps schemas, and what the spec says in prose, out of compiled code", () => {
    const prose = realSources()
      .flatMap(({ text }) => [...text.matchAll(/"description": ("(?:[^"\\]|\\.)*")/g)])
      .map((match) => JSON.parse(match[1] ?? "") as string);
    const text = compiled()
      .map(([, code]) => code)
      .join("\n");
    expect(text).not.toMatch(/\bschema\d|additionalProperties|\$ref|fn\.evaluated|\.evaluated/);
    expect(prose.filter((sentence) => sentence.length > 15 && text.includes(sentence))).toEqual([]);
  });

  it("does nothing when a module is loaded, so that bundlers can drop it", () => {
    const effects = [...files].filter(isRendered).flatMap(([path, text]) =>
      ts
        .createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
        .statements.filter((statement) => !isInert(statement))
        .map((statement) => `${path}: ${text.slice(statement.pos, statement.end).trim().slice(0, 60)}`),
    );
    expect(effects).toEqual([]);
  });

  it.each(["scanCode", "printBill", "backgroundPoll"])(
    "lets validators/%s.ts reach only what it needs",
    (name) => {
      const event = view.events.find((each) => each.name === name);
      const objects = event ? collectTypes([event.request, event.response]).objects : [];
      const compiledNames = [...objects, view.commonRequest, view.commonResponse].map(
        (object) => object.name,
      );
      const checks = ["compiled-check", "response-check", "fault-problem", "timed-problem", "omit"];
      const own = [...checks, "formats", "own", "release", "result", "standard-schema", "suggest", name];
      const want = [...own, ...compiledNames.map((object) => `compiled/${object}`)].map(
        (file) => `validators/${file}.ts`,
      );
      const reached = reach(`validators/${name}.ts`, files).filter((path) => !path.startsWith("types/"));
      expect(reached.sort()).toEqual([...new Set(want)].sort());
    },
  );

  it("lets an event's module do without most of the others", () => {
    const all = [...files.keys()].filter((path) => path.startsWith("validators/"));
    expect(reach("validators/backgroundPoll.ts", files).length).toBeLessThan(all.length / 2);
  });
});

/** What lies in `templates/` as it is emitted is tested there. */
const isRendered = ([path]: readonly [string, string]): boolean => !templates.has(path);

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");

const importsOf = (text: string): string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);

/** The file of the output that a specifier leads to; one that leads elsewhere stays as it is. */
const resolve = (from: string, specifier: string): string =>
  specifier.startsWith(".") ? posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts") : specifier;

function reach(path: string, files: ReadonlyMap<string, string>, seen = new Set<string>()): string[] {
  if (!seen.has(path)) {
    seen.add(path);
    for (const specifier of importsOf(files.get(path) ?? "")) reach(resolve(path, specifier), files, seen);
  }
  return [...seen];
}

/** Declarations, and constants whose value is a literal, a function, or a call that is marked as pure. */
function isInert(statement: ts.Statement): boolean {
  if (!ts.isVariableStatement(statement)) {
    return (
      ts.isImportDeclaration(statement) ||
      ts.isExportDeclaration(statement) ||
      ts.isFunctionDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement)
    );
  }
  return statement.declarationList.declarations.every(
    ({ initializer }) => !initializer || isPure(initializer),
  );
}

function isPure(node: ts.Expression): boolean {
  if (ts.isArrowFunction(node) || ts.isIdentifier(node) || ts.isLiteralExpression(node)) return true;
  if (ts.isPropertyAccessExpression(node)) return isPure(node.expression);
  if (ts.isTemplateExpression(node)) return node.templateSpans.every((span) => isPure(span.expression));
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isPure);
  if (ts.isObjectLiteralExpression(node))
    return node.properties.every(
      (property) => ts.isPropertyAssignment(property) && isPure(property.initializer),
    );
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
    const text = node.getSourceFile().text;
    return text.slice(node.pos, node.getStart(node.getSourceFile())).includes("/* @__PURE__ */");
  }
  return false;
}
