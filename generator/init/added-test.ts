import { extname } from "node:path";
import { getText, hasPackage, type ProjectFacts } from "../output/project-facts.js";
import type { ExistingProject, InitOptions } from "./changes.js";
import type { CodeStyle } from "./code-style.js";

/** Creates a test that runs the scenarios. Undefined if the project has no test runner that we know. */
export function createTest(
  { framework, generated }: InitOptions,
  { facts, folders }: ExistingProject,
  { webhooks }: CodeStyle,
): { readonly path: string; readonly command: string; readonly data: object } | undefined {
  const runner = pickTestRunner(facts);
  if (runner === undefined) return undefined;
  const folder = folders.find((name) => /^(?:tests?|__tests__)$/.test(name));
  const isNest = framework.name === "nest";
  // An unquoted `test/**/*.test.js` in a shell only matches files one folder down.
  const name = getText(facts.manifest, "scripts", "test").includes("/**/")
    ? "mplus/webhooks"
    : "mplus-webhooks";
  const path =
    folder === undefined || isNest
      ? webhooks.replace(/(?=\.\w+$)/, isNest ? ".spec" : ".test")
      : `${folder}/${name}.test${extname(webhooks)}`;
  const commands: Readonly<Record<string, string>> = { vitest: "vitest run", "bun:test": "bun test" };
  return {
    path,
    command: commands[runner] ?? "jest",
    data: {
      generated,
      listens: ["express", "koa", "node"].includes(framework.name),
      testRunner: runner,
      isVitest: runner === "vitest",
    },
  };
}

/** The module that the project's tests import `test` from. Empty if it is global, undefined without a known runner. */
function pickTestRunner(facts: ProjectFacts): string | undefined {
  // workerd has no files, so tests there cannot read scenarios.
  if (Object.keys(facts.dependencies).some((name) => name.startsWith("@cloudflare/vitest-")))
    return undefined;
  if (hasPackage(facts, "vitest")) return "vitest";
  if (hasPackage(facts, "jest"))
    return facts.isTypeScript && !Object.hasOwn(facts.dependencies, "@types/jest") ? "@jest/globals" : "";
  if (/ --test\b|\bborp\b/.test(getText(facts.manifest, "scripts", "test"))) return "node:test";
  return facts.files.has("bun.lock") ? "bun:test" : undefined;
}
