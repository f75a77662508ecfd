import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { missingPrograms, runProgram } from "../cli/running.js";
import { linkPackages } from "./link-packages.js";
import { removeFolder } from "../workbench/folders.js";

const root = join(import.meta.dirname, "../..");

interface Block {
  readonly language: string;
  readonly text: string;
}

const readBlocks = (path: string): readonly Block[] =>
  [...readFileSync(join(root, path), "utf8").matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
    ([, language = "", text = ""]) => ({ language, text }),
  );

const blocks = ["docs/config.md", "docs/api.md"].flatMap(readBlocks);

/** What is to be saved as a file: a comment in its first line names it. In JSON that comment is none. */
const files = blocks.flatMap(({ language, text }) => {
  const path = /^\/\/ (\S+\.\w+)\n/.exec(text)?.[1];
  if (path === undefined) return [];
  return [{ path, text: language === "json" ? text.slice(text.indexOf("\n") + 1) : text }];
});

const tsconfig = {
  compilerOptions: {
    ...{ target: "ES2022", module: "NodeNext", types: ["node"], noEmit: true, strict: true },
    ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true },
  },
  files: files.map(({ path }) => path).filter((path) => path.endsWith(".ts")),
};

/** One folder for both guides, as a reader has: the config's own target is used by the code. */
async function inShop(use: (run: (command: string) => Promise<string>) => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "mplus-guides-"));
  try {
    linkPackages(home);
    writeFileSync(join(home, "package.json"), '{ "type": "module" }');
    writeFileSync(join(home, "tsconfig.json"), JSON.stringify(tsconfig));
    for (const { path, text } of files) {
      mkdirSync(join(home, dirname(path)), { recursive: true });
      writeFileSync(join(home, path), text);
    }
    await use(async (command) => {
      const { code, stdout, stderr } = await runProgram(home, ["bash", "-ec", command]);
      expect(code, `${command}${stderr}`).toBe(0);
      return stdout;
    });
  } finally {
    removeFolder(home);
  }
}

it.skipIf(missingPrograms("bash").length > 0)(
  "the code of docs/config.md and docs/api.md compiles, and its calls print what is shown",
  async () => {
    await inShop(async (run) => {
      expect(await run("node_modules/.bin/tsc -p .")).toBe("");
      for (const [index, { language, text }] of blocks.entries()) {
        if (language !== "bash") continue;
        const printed = await run(text);
        const next = blocks[index + 1];
        if (next?.language === "text") expect(printed.endsWith(next.text), printed).toBe(true);
      }
    });
  },
);
