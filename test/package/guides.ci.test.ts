import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { ownSpec } from "../../generator/contract/package/package-files.js";
import { packageRoot } from "../../generator/contract/package/package-root.js";
import {
  fencedBlocks,
  missingPrograms,
  runProgram,
  withServer,
  type StartedProgram,
} from "../cli/running.js";
import { removeFolder } from "../workbench/folders.js";
import { findNewNode } from "../workbench/new-node.js";
import { findFreePort } from "../workbench/servers/free-port.js";
import { runCommand } from "../workbench/command.js";
import { inProject, listFiles, readBlocks, textsIn } from "./guide.js";

/** Arguments of each mplus-codegen call in a script, without pipes, redirections and comments. */
const listCalls = (script: string): readonly (readonly string[])[] =>
  [...script.replaceAll("\\\n", " ").matchAll(/mplus-codegen ((?:'[^']*'|"[^"]*"|[^|>&#\n])*)/g)].map(
    ([, call = ""]) => call.trim().split(/\s+/),
  );

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "mplus-guides-"));
  try {
    await use(folder);
  } finally {
    removeFolder(folder);
  }
}

const lacking = process.env["CI"] === undefined ? missingPrograms("jq") : [];

it(`docs/exports.md says what its calls write${lacking.length > 0 ? " (but for jq, which is not here)" : ""}`, () =>
  inFolder(async (folder) => {
    for (const argv of textsIn(readBlocks("docs/exports.md"), "bash").flatMap(listCalls))
      expect(await runCommand(argv, { cwd: folder })).toMatchObject({ code: 0, stderr: "" });
    const written = readdirSync(join(folder, "contract/jsonschema"));
    expect(written).toEqual(["README.md", "draft-07.schema.json", "mplus.schema.json"]);
    const [list = ""] = textsIn(readBlocks("docs/exports.md"), "bash").filter((text) =>
      text.startsWith("jq "),
    );
    if (lacking.length === 0)
      expect((await runProgram(folder, ["bash", "-c", list])).stdout).toContain("Not allowed: `form`");
  }));

it.each(["typescript", "php", "python", "csharp"])("start/%s.md says what its calls write", (language) =>
  inFolder(async (folder) => {
    const page = `generated/docs/start/${language}.md`;
    const [, section = ""] = readFileSync(join(packageRoot, page), "utf8").split("\n## Generate code\n");
    for (const argv of fencedBlocks(section, "sh").flatMap(listCalls))
      expect(await runCommand(argv, { cwd: folder })).toMatchObject({ code: 0, stderr: "" });
    for (const [, file = ""] of section.matchAll(/`(mplus\/\S+)`/g)) readFileSync(join(folder, file));
  }),
);

it("docs/drift.md shows what its calls print", () =>
  inFolder(async (folder) => {
    const blocks = readBlocks("docs/drift.md");
    const [report = ""] = textsIn(blocks, "text");
    const [compare = []] = textsIn(blocks, "bash").flatMap(listCalls);
    cpSync(ownSpec, join(folder, "spec"), { recursive: true });
    mkdirSync(join(folder, "pages"));
    writeFileSync(join(folder, "pages/news.md"), textsIn(blocks, "markdown")[0] ?? "");
    // Line numbers in the spec change with every edit above the line.
    const dropLine = (text: string): string => text.replace(/(?<=form\.json:)\d+/, "");
    const printed = await runCommand(compare, { cwd: folder });
    expect({ ...printed, stdout: dropLine(printed.stdout) }).toEqual({
      code: 1,
      stdout: dropLine(report),
      stderr: "",
    });
  }));

it("docs/inbox.md has a program that handles what it stores, and ends on SIGTERM", async () => {
  const port = await findFreePort();
  const env = { MPLUS_SECRET: "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=" };
  const command = [findNewNode(), "--import", "tsx", "server.ts"] as const;
  const send = ["send", "completeSession", "--url", `http://localhost:${port}/mplus`];
  const countPaid = (printed: string): number => [...printed.matchAll(/^Paid: \[/gm)].length;
  await inProject(listFiles(readBlocks("docs/inbox.md")), async (home) => {
    const compiled = await runProgram(home, ["node_modules/.bin/tsc", "-p", ".", "--skipLibCheck"]);
    expect(compiled).toMatchObject({ code: 0, stdout: "" });
    let paid = 0;
    const run = (use: (server: StartedProgram) => Promise<void>): Promise<void> =>
      withServer({ cwd: home, command, port, env }, async (server) => {
        await use(server);
        server.child.kill("SIGTERM");
        const { code, stdout, stderr } = await server.ended;
        expect([code, stderr]).toEqual([0, ""]);
        paid += countPaid(stdout);
      });
    await run(async () => {
      for (const _ of ["first", "second"])
        expect(await runCommand(send, { environment: env })).toMatchObject({ code: 0 });
    });
    await run((server) =>
      vi.waitFor(() => expect(paid + countPaid(server.printed().stdout)).toBe(2), 600_000),
    );
  });
});

it("docs/testing.md has tests that pass, and that fail with a wrong answer", async () => {
  const blocks = readBlocks("docs/testing.md");
  const [generate = [], run = ""] = [
    textsIn(blocks, "bash").flatMap(listCalls)[0],
    textsIn(blocks, "bash")[1],
  ];
  await inProject(listFiles(blocks), async (home) => {
    expect(await runCommand(generate, { cwd: home })).toMatchObject({ code: 0 });
    const compiled = await runProgram(home, ["node_modules/.bin/tsc", "-p", ".", "--skipLibCheck"]);
    expect(compiled).toMatchObject({ code: 0, stdout: "" });
    const test = () => runProgram(home, ["sh", "-c", run]);
    expect((await test()).stdout).toMatch(/^(?:#|ℹ) pass 3$/m);
    const handlers = join(home, "src/handlers.ts");
    writeFileSync(handlers, readFileSync(handlers, "utf8").replace("Welcome!", "Hello!"));
    expect((await test()).stdout).toMatch(/^(?:#|ℹ) fail 3$/m);
  });
});
