import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../../generator/package/package-root.js";
import { fencedBlocks, withServer } from "../../cli/running.js";
import { isFuzzing } from "../../fuzz/amount.js";
import { removeFolder } from "../../workbench/folders.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import {
  answerFirstEvent,
  readCommands,
  runInProduction,
  type,
  writeHandler,
  type Project,
} from "./project.js";

/** The folder that prepare.mjs filled. On a build server nothing is skipped, but in the proof, whose strangers install. */
const prepared = process.env["MPLUS_STRANGER"];
const isSkipped = prepared === undefined && (process.env["CI"] === undefined || isFuzzing);
const reason = isSkipped
  ? " (skipped: MPLUS_STRANGER names no folder that test/package/stranger/prepare.mjs filled)"
  : "";

/** Where a stranger's shell looks for programs: without the folders that npm adds where it runs these tests. */
const ownPath = (): string =>
  (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => !folder.endsWith("node_modules/.bin"))
    .join(delimiter);

/** Uses a copy of a folder that prepare.mjs filled, without a registry. */
async function inCopyOf(name: string, use: (project: Project) => Promise<void>): Promise<void> {
  const folder = join(prepared ?? "", name);
  const cwd = mkdtempSync(join(tmpdir(), "stranger-"));
  try {
    cpSync(folder, cwd, { recursive: true, filter: (path) => path !== join(folder, "node_modules") });
    symlinkSync(join(folder, "node_modules"), join(cwd, "node_modules"));
    await use({ cwd, env: { CI: undefined, npm_config_offline: "true", PATH: ownPath() } });
  } finally {
    removeFolder(cwd);
  }
}

it.skipIf(isSkipped)(`a project from the packed package tests, answers and runs in production${reason}`, () =>
  inCopyOf("app", async (project) => {
    writeHandler(project);
    expect(await type(project, readCommands(project).test)).toMatch(/^(?:#|ℹ) fail 0$/m);
    await answerFirstEvent(project);
    await runInProduction(project);
  }),
);

/** The page of the project, with a server and calls to it. */
const readme = (): string => readFileSync(join(packageRoot, "README.md"), "utf8");
const read = (page: string): string => readFileSync(join(packageRoot, "generated/docs", page), "utf8");
const secretOf = (page: string): string => /^export MPLUS_SECRET=.*$/m.exec(read(page))?.[0] ?? "";

/** Starts what a page has saved as a file, by the commands of the page, and types what a second terminal is for. */
async function tryOut(
  project: Project,
  given: { readonly file: string; readonly program: string; readonly start: string; readonly call: string },
): Promise<string> {
  const port = await findFreePort();
  writeFileSync(join(project.cwd, given.file), given.program.replaceAll("3000", `${port}`));
  let printed = "";
  await withServer({ ...project, command: ["sh", "-c", given.start], port }, async () => {
    printed = await type(project, given.call.replaceAll("3000", `${port}`));
  });
  return printed;
}

it.skipIf(isSkipped)(`the README's server answers where the packed file is installed${reason}`, () =>
  inCopyOf("packed", async (project) => {
    const [program = ""] = fencedBlocks(readme(), "ts");
    const [, start = "", call = "", more = ""] = fencedBlocks(readme(), "bash");
    const [simulate = "", doctor = ""] = more.split("\n");
    const calls = `${call}\n${simulate}\n${doctor}`;
    const printed = await tryOut(project, { file: "server.ts", program, start, call: calls });
    expect(printed).toContain('{"scanCode":{"recognized":true,"relationNumber":12}}');
    expect(printed).toContain("\nNothing is wrong");
  }),
);

it.skipIf(isSkipped)(`the page of a task leads from an empty folder to a till that plays it${reason}`, () =>
  inCopyOf("task", async (project) => {
    const page = read("tasks/loyalty.md");
    const [program = ""] = fencedBlocks(page, "ts");
    const [, start = "", call = ""] = fencedBlocks(page, "sh");
    expect(await tryOut(project, { file: "loyalty.ts", program, start, call })).toMatch(/^passed .*\n$/);
  }),
);

it.skipIf(isSkipped)(`start.md leads to a till for a receiver in another language${reason}`, () =>
  inCopyOf("desk", async (project) => {
    const page = read("start/python.md");
    const [program = ""] = fencedBlocks(page, "python");
    const [start = ""] = fencedBlocks(page, "sh");
    const [, send = ""] = /^\| `(npx mplus-codegen send .*?)`/m.exec(read("start.md")) ?? [];
    const call = `${secretOf("start.md")}\n${send}`;
    expect(await tryOut(project, { file: "receiver.py", program, start, call })).toMatch(
      /^ {2}Status 200, in \d+ ms\n {4}\{\}$/m,
    );
  }),
);

it.skipIf(isSkipped)(`the pages of the languages have it all generated, as they say${reason}`, () =>
  inCopyOf("desk", async (project) => {
    const done = new Set<string>();
    for (const language of ["typescript", "php", "python", "csharp"]) {
      const [, section = ""] = read(`start/${language}.md`).split("\n## Have it generated\n");
      for (const command of fencedBlocks(section, "sh").filter((each) => !done.has(each))) {
        expect(await type(project, command)).toContain("Wrote to mplus/: ");
        done.add(command);
      }
      for (const [, file = ""] of section.matchAll(/`(mplus\/\S+)`/g)) readFileSync(join(project.cwd, file));
    }
    // Each of the models, schemas and OpenAPI that three of the pages share, and a receiver.
    expect(done.size).toBe(6);
  }),
);
