import { posix } from "node:path";
import { withExtension } from "../base/text/source-file.js";
import { hasPackage } from "../output/project-facts.js";
import type { ExistingProject, InitOptions } from "./changes.js";

export interface CodeStyle {
  readonly isTypeScript: boolean;
  readonly webhooks: string;
  /** For frameworks that find the endpoint file by its path. */
  readonly route: string | undefined;
  /** The module that starts the worker, and the module in which Next runs code at its start. */
  readonly worker: string;
  readonly instrumentation: string;
  readonly generatedImport: string;
  /** The command that compiles the generated code, if neither Node nor Jest can run it. */
  readonly bundle: string | undefined;
  /** True if the generated files need a package.json that marks them as ES modules. */
  readonly needsType: boolean;
  /** How code reads a variable of the environment. */
  readonly toKey: (name: string) => string;
  readonly toCode: (text: string) => string;
}

export function chooseStyle(options: InitOptions, { facts, folders }: ExistingProject): CodeStyle {
  const { framework, generated, moduleKind, importExtension } = options;
  const { name, target } = framework;
  const base = folders.includes("src") ? "src/" : "";
  const ending = facts.isTypeScript ? "ts" : "js";
  // Next compiles all code itself.
  const isPlain = ending === "js" && name !== "next";
  const isCommonJs = isPlain && moduleKind === "commonjs";
  const isBundled = isPlain && (hasPackage(facts, "jest") || !facts.runsTypeScript);
  const bundled = `${target}.${isCommonJs ? "cjs" : "mjs"}`;
  const format = `--format=${isCommonJs ? "cjs" : "esm"}`;
  const bundle = `esbuild ${generated}/${target}/index.ts --bundle --platform=node --packages=external ${format} "--banner:js=/*eslint-disable*/" --outfile=${generated}/${bundled}`;
  const isStrict = facts.compilerOptions?.["noPropertyAccessFromIndexSignature"] === true;
  return {
    isTypeScript: facts.isTypeScript,
    webhooks: `${base}mplus-webhooks.${ending}`,
    route: name === "next" ? `${base}app/mplus/[event]/route.${ending}` : undefined,
    worker: `${base}mplus-worker.${ending}`,
    instrumentation: `${base}instrumentation.${ending}`,
    generatedImport: `./mplus/${isBundled ? bundled : `${target}/index.${isPlain ? "ts" : "js"}`}`,
    bundle: isBundled ? bundle : undefined,
    needsType: isCommonJs && !isBundled,
    toKey: (name) => (isStrict ? `["${name}"]` : `.${name}`),
    toCode: (text) => (isCommonJs ? toCommonJs(text) : isPlain ? text : withExtension(text, importExtension)),
  };
}

function toCommonJs(text: string): string {
  const names: string[] = [];
  const body = text
    .replace(/^import (\w+|\{[^{}]*\}) from ("[^"\n]*");$/gm, "const $1 = require($2);")
    .replace(/^export (?=(?:const|function) (\w+))/gm, (_, name: string) => (names.push(name), ""));
  return names.length === 0 ? body : `${body}\nmodule.exports = { ${names.join(", ")} };\n`;
}

export function toImport(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to).replace(/\.ts$/, ".js");
  return path.startsWith(".") ? path : `./${path}`;
}
