import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { fencedBlocks, runProgram, signalGroup, withServer, type Command } from "../../workbench/run.js";
import { findFreePort } from "../../workbench/servers/free-port.js";

/** A project created by `init`, and its owner's shell environment. */
export interface Project {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Runs a script until a command fails. Resolves with its output. */
export async function type({ cwd, env }: Project, script: string): Promise<string> {
  const { code, stdout, stderr } = await runProgram(cwd, ["bash", "-c", `set -e\n${script}`], env);
  expect(code, `${script}\n${stdout}${stderr}`).toBe(0);
  return stdout;
}

/** The README's commands: install, test and start; send; doctor; production. */
export function readCommands({ cwd }: Project) {
  const [first = "", send = "", doctor = "", production = ""] = fencedBlocks(
    readFileSync(join(cwd, "README.md"), "utf8"),
    "bash",
  );
  const [install = "", test = "", dev = ""] = first.trim().split("\n");
  const [build = "", start = ""] = production.trim().split("\n");
  return { install, test, dev, send, doctor, build, start };
}

export function writeHandler({ cwd }: Project): void {
  for (const path of ["src/handlers.ts", "scenarios/scanCode.yaml"]) {
    const text = readFileSync(join(cwd, path), "utf8");
    expect(text).toMatch(/\b12\b/);
    // The copy's files are hard links that other tests read.
    rmSync(join(cwd, path));
    writeFileSync(join(cwd, path), text.replace(/\b12\b/g, "34"));
  }
}

/** Starts the development server, sends it an event and runs the doctor. */
export async function answerFirstEvent(project: Project): Promise<void> {
  const { dev, send, doctor } = readCommands(project);
  const port = await findFreePort();
  const onPort = (script: string): string => script.replaceAll("3000", `${port}`);
  const command = dev.split(" ") as unknown as Command;
  await withServer({ ...project, command, port }, async ({ child, ended }) => {
    expect(await type(project, onPort(send))).toContain(
      '{"scanCode":{"recognized":true,"relationNumber":34}}',
    );
    expect(await type(project, onPort(`${send}${doctor}`))).toMatch(
      /\nNo problems found(; see the advice)?\.\n$/,
    );
    signalGroup(child, "SIGINT");
    await ended;
  });
}

export async function runInProduction(project: Project): Promise<void> {
  const { build, start } = readCommands(project);
  await type(project, build);
  await serve(project, start.split(" "));
}

/** Starts a server, checks its health and stops it with SIGTERM. */
export async function serve(
  { cwd, env }: Project,
  command: readonly string[],
  healthCheck?: readonly string[],
): Promise<void> {
  const port = await findFreePort();
  await withServer({ cwd, command: command as Command, port, env }, async ({ child, ended }) => {
    const health = await fetch(`http://127.0.0.1:${port}/mplus/health`);
    expect([health.status, await health.text()]).toEqual([200, '{"status":"ok"}']);
    if (healthCheck) {
      const { code } = await runProgram(cwd, healthCheck as Command, { ...env, PORT: `${port}` });
      expect(code).toBe(0);
    }
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 0, stderr: "" });
  });
}
