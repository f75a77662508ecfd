import { posix } from "node:path";
import { build, type PluginBuild } from "esbuild";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { collectTypes } from "../../../generator/view/walk.js";
import type { View } from "../../../generator/view/view.js";
import { collectFiles, realSources, templates } from "../../workbench/emit.js";
import { generation } from "../../workbench/outputs.js";

describe.each(["..", "48.."] as const)("the text of the validators for %s", (range) => {
  let view: View;
  let files: ReadonlyMap<string, string>;
  const compiled = () => [...files].filter(([path]) => path.startsWith("validators/compiled/"));

  beforeAll(async () => {
    const made = await generation(range, { targets: ["validators"] });
    view = made.view;
    files = collectFiles(made);
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

  it("has a module for each side, with a function for each object", () => {
    const { events, errorRequest, commonRequest, commonResponse } = view;
    const requests = [...events.map(({ request }) => request), errorRequest, commonRequest];
    const responses = [...events.map(({ response }) => response), commonResponse];
    const want = [requests, responses].map((roots) => [
      ...new Set(collectTypes(roots).objects.map(({ name }) => `check${name}`)),
    ]);
    expect(compiled().map(([path]) => path)).toEqual([
      "validators/compiled/requests.ts",
      "validators/compiled/responses.ts",
    ]);
    expect(compiled().map(([, text]) => functionsIn(text).sort())).toEqual(want.map((names) => names.sort()));
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
    "lets a bundler keep only what validators/%s.ts needs",
    async (name) => {
      const event = view.events.find((each) => each.name === name);
      const objects = event ? collectTypes([event.request, event.response]).objects : [];
      const needed = [...objects, view.commonRequest, view.commonResponse].map(
        (object) => `check${object.name}`,
      );
      const code = await bundle(`validators/${name}.ts`, files);
      expect(
        functionsIn(code)
          .filter((each) => each.startsWith("check"))
          .sort(),
      ).toEqual([...new Set(needed)].sort());
    },
  );
});

const functionsIn = (code: string): string[] =>
  [...code.matchAll(/^(?:export )?function (\w+)/gm)].map(([, name = ""]) => name);

/** What a bundler ships of one file of the output. */
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
    ...{ entryPoints: [entry], plugins: [memory] },
    ...{ bundle: true, treeShaking: true, format: "esm", write: false },
  });
  return outputFiles.map(({ text }) => text).join("");
}

/** What lies in `templates/` as it is emitted is tested there. */
const isRendered = ([path]: readonly [string, string]): boolean => !templates.has(path);

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");

const importsOf = (text: string): string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);

/** The file of the output that a specifier leads to; one that leads elsewhere stays as it is. */
const resolve = (from: string, specifier: string): string =>
  specifier.startsWith(".") ? posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts") : specifier;

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
  if (node.kind === ts.SyntaxKind.NullKeyword) return true;
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
