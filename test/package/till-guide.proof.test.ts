import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { linkPackages } from "./link-packages.js";
import { missingPrograms, runProgram, withServer } from "../cli/running.js";
import { findFreePort } from "../workbench/servers/free-port.js";
import { removeFolder } from "../workbench/folders.js";

const root = join(import.meta.dirname, "../..");
const guide = readFileSync(join(root, "docs/till.md"), "utf8");

interface Block {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks, in order. */
const blocks: readonly Block[] = [...guide.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
  ([, language = "", text = ""]) => ({ language, text }),
);

/** What is to be saved as a file: a comment in its first line names it. */
const files = blocks.flatMap(({ text }) => {
  const path = /^(?:\/\/|#) (\S+\.\w+)\n/.exec(text)?.[1];
  return path === undefined ? [] : [{ path, text }];
});

const [setUp = "", ...commands] = blocks
  .filter(({ language }) => language === "bash")
  .map(({ text }) => text);

/** What is shown below a call. */
const findShown = (command: string): string | undefined => {
  const next = blocks[blocks.findIndex(({ text }) => text === command) + 1];
  return next?.language === "text" ? next.text : undefined;
};

const missing = missingPrograms("bash");

/** Lays all files of the guide in a folder, with its server on a free port, and uses them. */
async function inShop(use: (run: (command: string) => Promise<string>, home: string) => Promise<void>) {
  const port = await findFreePort();
  const home = mkdtempSync(join(tmpdir(), "mplus-guide-"));
  const env = { MPLUS_SECRET: /MPLUS_SECRET="([^"]+)"/.exec(setUp)?.[1] ?? "" };
  const move = (text: string): string => text.replaceAll("3000", `${port}`);
  const run = async (command: string): Promise<string> => {
    const { stdout } = await runProgram(home, ["bash", "-c", move(command)], env);
    return stdout.replaceAll(`${port}`, "3000");
  };
  try {
    linkPackages(home);
    cpSync(join(root, "generated"), join(home, "generated"), { recursive: true });
    writeFileSync(join(home, "package.json"), '{ "type": "module" }');
    writeFileSync(join(home, "tsconfig.json"), JSON.stringify(tsconfig));
    for (const { path, text } of files) writeFileSync(join(home, path), move(text));
    const command = [process.execPath, "--import", "tsx", "server.ts"] as const;
    await withServer({ cwd: home, command, port, env }, () => use(run, home));
  } finally {
    removeFolder(home);
  }
}

const tsconfig = {
  compilerOptions: {
    ...{ target: "ES2022", module: "NodeNext", types: ["node"], noEmit: true, strict: true },
    ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true },
  },
  files: files.map(({ path }) => path).filter((path) => path.endsWith(".ts")),
};

/** Without what differs from run to run, and with the newest release that is known. */
const comparable = (text: string): string =>
  text.replace(/\b\d+ ms/g, "some ms").replace(/(till of |\()v\d+(?:\.\d+)*/g, "$1the newest release");

describe.skipIf(missing.length > 0)("docs/till.md", () => {
  it("has code that compiles and passes, scenarios that play, and calls that print what is shown", async () => {
    await inShop(async (run, home) => {
      expect(await run("node_modules/.bin/tsc -p .")).toBe("");
      for (const command of commands) {
        const shown = findShown(command);
        const printed = await run(command);
        if (shown !== undefined) expect(comparable(printed)).toBe(comparable(shown));
      }
      expect(readFileSync(join(home, "report.xml"), "utf8")).toContain("<testsuite");
      expect(readFileSync(join(home, "again.yaml"), "utf8")).toContain("- choose: Large");
      const tests = await run(
        `node --import tsx --test ${files
          .map(({ path }) => path)
          .filter(isTest)
          .join(" ")}`,
      );
      // Each node draws the line in its own way.
      expect(tests).toMatch(/^(?:#|ℹ) fail 0$/m);
      expect(tests).toMatch(/^(?:#|ℹ) pass [1-9]/m);
    });
  });
});

const isTest = (path: string): boolean => path.endsWith(".test.ts");
