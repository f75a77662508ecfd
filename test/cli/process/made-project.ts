import { join } from "node:path";
import { expect } from "vitest";
import { linkPackages } from "../../package/link-packages.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import type { Result } from "../../../generator/cli/results.js";
import { inProject, type Project } from "../project.js";
import { runProgram, withServer, type Command } from "../running.js";

/** Makes a project for a framework, and does all that a user does first. */
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

/** Adds an event, and the lines that are printed for files of the user, in their places: until then the tests fail. */
async function addEvent(project: Project, name: string): Promise<void> {
  const { stdout } = await project.call("init", name, "--events", "startExternalPayment", "--json");
  const { needs } = JSON.parse(stdout) as Result<"init">;
  const tested = await runProgram(join(project.folder, `mplus-${name}`), ["npm", "test"]);
  expect(tested.stdout).toMatch(/^(?:#|ℹ) fail [1-9]/m);
  const places = {
    "in createHandlers": "defineHandlers({\n",
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

/** Adds to an Express project in TypeScript, follows what is printed for it, and has the server answer. */
export async function addToServer(type: "module" | "commonjs"): Promise<void> {
  await inProject(async (project) => {
    const scripts = { start: "tsx index.ts", test: "node --import tsx --test *.test.ts" };
    const dependencies = { express: "5", "@types/express": "5", typescript: "5" };
    const module = type === "module" ? "nodenext" : "commonjs";
    project.putAll({
      "package.json": JSON.stringify({ type, scripts, dependencies }),
      "tsconfig.json": `{ "compilerOptions": {\n "noEmit": true, "strict": true, "skipLibCheck": true, "types": ["node"], "esModuleInterop": true, "module": "${module}" } }`,
      "index.ts": server,
    });
    const { stdout } = await project.call("init", "--events", "scanCode", "--json");
    const { needs, next } = JSON.parse(stdout) as Result<"init">;
    expect(needs.map(({ path }) => path)).toEqual([
      "index.ts",
      "index.ts",
      ...(type === "module" ? [] : ["tsconfig.json"]),
    ]);
    // The first ones last: the numbers of lines are those before the changes.
    for (const { path, place, lines } of needs.toReversed()) {
      const text = project.read(path).split("\n");
      const [, line = "1"] = /line (\d+)/.exec(place) ?? [];
      text.splice(path === "index.ts" ? Number(line) - 1 : 1, 0, ...lines);
      project.put(path, text.join("\n"));
    }
    for (const command of next.filter((each) => each.startsWith("npm pkg")))
      expect(await runProgram(project.folder, ["sh", "-c", command])).toMatchObject({ code: 0, stderr: "" });
    linkPackages(project.folder);
    for (const compiler of ["typescript-5.9", "typescript", "typescript-7"])
      expect(
        await runProgram(project.folder, [process.execPath, `node_modules/${compiler}/bin/tsc`]),
      ).toEqual({ code: 0, stdout: "", stderr: "" });
    expect((await runProgram(project.folder, ["npm", "test"])).stdout).toMatch(/^(?:#|ℹ) fail 0$/m);
    await answerScan(project.folder, [process.execPath, "--import", "tsx", "index.ts"], project.read(".env"));
  });
}

/** Starts a server with the secret of its `.env`, and sends it an event. */
async function answerScan(cwd: string, command: Command, dotEnv: string): Promise<void> {
  const port = await findFreePort();
  const [, secret = ""] = /^MPLUS_SECRET=(.+)$/m.exec(dotEnv) ?? [];
  const env = { MPLUS_SECRET: secret };
  await withServer({ cwd, command, port, env }, async () => {
    const url = `http://127.0.0.1:${port}/mplus`;
    const sent = await runProgram(cwd, ["npx", "mplus-codegen", "send", "scanCode", "--url", url], env);
    expect(sent.stdout).toContain("Status 200");
  });
}

/** A server of somebody's own. */
const server = `import express from "express";

const app = express();
app.use(express.json());
app.listen(Number(process.env["PORT"]));
`;

/** What `npm test` and `npm run typecheck` do. */
export async function checkProject(folder: string): Promise<void> {
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
