import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { loadModel, loadRealView } from "../../workbench/real-spec.js";
import { linkPackages } from "../../package/link-packages.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import type { Result } from "../../../generator/cli/results.js";
import { inProject, type Project } from "../../workbench/project.js";
import { runProgram, withServer } from "../../workbench/run.js";

export async function makeProject(name: string): Promise<void> {
  await inProject(async (project) => {
    const { code, stdout, stderr } = await project.call("init", name, "--min-version", "48");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n").slice(-6)).toEqual([
      "Next:",
      `  cd mplus-${name}`,
      "  npm install",
      "  npm test",
      "  npm run dev",
      "",
    ]);
    const folder = join(project.folder, `mplus-${name}`);
    linkPackages(folder);
    await checkProject(folder);
    await startAndStop(folder);
    await addEvent(project, name);
    await checkProject(folder);
  });
}

export async function makeOfEveryEvent(): Promise<void> {
  await inProject(async (project) => {
    const names = loadRealView({ minVersion: "48" }, loadModel(join(packageRoot, "spec"))).events.map(
      ({ name }) => name,
    );
    await project.callBuilt("init", "node", "--min-version", "48", "--events", names.join(","));
    const folder = join(project.folder, "mplus-node");
    expect(readdirSync(join(folder, "scenarios"))).toHaveLength(names.length);
    linkPackages(folder);
    await checkProject(folder);
  });
}

/** Adds an event, and follows the printed steps. Until the steps are done, the tests fail. */
async function addEvent(project: Project, name: string): Promise<void> {
  const { stdout } = await project.call("init", name, "--events", "startExternalPayment", "--json");
  const { needs } = JSON.parse(stdout) as Result<"init">;
  const tested = await runProgram(join(project.folder, `mplus-${name}`), ["npm", "test"]);
  expect(tested.stdout).toMatch(/^(?:#|ℹ) fail [1-9]/m);
  const places = {
    "in defineHandlers({ … })": "defineHandlers({\n",
    "in the class": "class ShopWebhooks {\n",
  };
  for (const { path, place, lines } of needs) {
    const before = places[place as keyof typeof places];
    const text = project.read(`mplus-${name}/${path}`);
    expect(text).toContain(before);
    project.put(`mplus-${name}/${path}`, text.replace(before, `${before}${lines.join("\n")}\n`));
  }
  expect(needs).toHaveLength(1);
}

export async function checkProject(folder: string): Promise<void> {
  expect(await runProgram(folder, [process.execPath, "node_modules/typescript-7/bin/tsc"])).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });
  const test = await runProgram(folder, ["npm", "test"]);
  // Each Node version draws this line differently.
  expect(test.stdout).toMatch(/^(?:#|ℹ) fail 0$/m);
  expect(test.code).toBe(0);
}

/** Starts the server twice on one port, and once without a secret. Stops the first one as a platform does. */
async function startAndStop(cwd: string): Promise<void> {
  const command = [process.execPath, "--import", "tsx", "src/server.ts"] as const;
  const port = await findFreePort();
  await withServer({ cwd, command, port }, async ({ child, ended }) => {
    expect(await runProgram(cwd, command, { PORT: `${port}` })).toEqual({
      code: 1,
      stdout: "",
      // Nest logs its own line as well.
      stderr: expect.stringMatching(
        /^(?:.*NestApplication.*\n)?listen EADDRINUSE: address already in use \S+\n$/,
      ) as string,
    });
    expect(await runProgram(cwd, command, { MPLUS_SECRET: "" })).toEqual({
      code: 1,
      stdout: "",
      stderr: "MPLUS_SECRET is missing. Copy .env.example to .env and set it there.\n",
    });
    child.kill("SIGTERM");
    expect(await ended).toEqual({
      code: 0,
      stdout: `Listening on port ${port}; the endpoint URL ends in /mplus\n`,
      stderr: "",
    });
  });
}
