import { join } from "node:path";
import { expect } from "vitest";
import { linkPackages } from "../../package/link-packages.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { inProject } from "../project.js";
import { runProgram, withServer } from "../running.js";

/** Makes a project for a framework, and does all that a user does first. */
export async function makeProject(name: string): Promise<void> {
  await inProject(async (project) => {
    const { code, stdout, stderr } = await project.call("init", name, "--min-version", "48");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n").slice(-6)).toEqual([
      "Go on with:",
      `  cd mplus-${name}`,
      "  npm install",
      "  npm test",
      "  npm run dev",
      "",
    ]);
    const folder = join(project.folder, `mplus-${name}`);
    await checkProject(folder);
    await startAndStop(folder);
  });
}

/** What `npm test` and `npm run typecheck` do. */
export async function checkProject(folder: string): Promise<void> {
  linkPackages(folder);
  expect(await runProgram(folder, [process.execPath, "node_modules/typescript-7/bin/tsc"])).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });
  const test = await runProgram(folder, ["npm", "test"]);
  // Each node draws the line in its own way.
  expect(test.stdout).toMatch(/^(?:#|ℹ) fail 0$/m);
  expect(test.code).toBe(0);
}

/** Starts the server twice on one port, and once without a secret; and ends the first as a platform does. */
async function startAndStop(cwd: string): Promise<void> {
  const command = [process.execPath, "--import", "tsx", "src/server.ts"] as const;
  const port = await findFreePort();
  await withServer({ cwd, command, port }, async ({ child, ended }) => {
    expect(await runProgram(cwd, command, { PORT: `${port}` })).toEqual({
      code: 1,
      stdout: "",
      // Nest writes a line of its own besides.
      stderr: expect.stringMatching(
        /^(?:.*NestApplication.*\n)?listen EADDRINUSE: address already in use \S+\n$/,
      ) as string,
    });
    expect(await runProgram(cwd, command, { MPLUS_SECRET: "" })).toEqual({
      code: 1,
      stdout: "",
      stderr: "MPLUS_SECRET is missing: copy .env.example to .env, and set it there.\n",
    });
    child.kill("SIGTERM");
    expect(await ended).toEqual({
      code: 0,
      stdout: `Listening on port ${port}; the endpoint URL ends in /mplus\n`,
      stderr: "",
    });
  });
}
