import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../generator/package/package-files.js";
import { frameworkNames } from "../../generator/init/frameworks.js";
import { linkPackages } from "../package/link-packages.js";
import { inProject } from "./project.js";
import { runProgram, withServer } from "./running.js";
import { findFreePort } from "../workbench/servers/free-port.js";

const allEvents = [
  ...[
    "scanCode",
    "addSessionLine",
    "removeSessionLine",
    "backgroundPoll",
    "completeSession",
    "creditSession",
  ],
  "startExternalPayment",
];

/** What `npm test` and `npm run typecheck` do. */
async function checkProject(folder: string): Promise<void> {
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

const readJson = (folder: string, path: string): unknown =>
  JSON.parse(readFileSync(join(folder, path), "utf8"));

describe("init", { concurrent: true }, () => {
  it.each(frameworkNames)(
    "makes a project for %s that compiles, passes its own tests, starts and stops",
    async (name) => {
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
    },
  );

  it.each([
    { name: "any shop", given: [] },
    { name: "shops of one old release", given: ["--max-version", "40", "--min-version", "40"] },
    { name: "shops of later releases than any example", given: ["--min-version", "59.4.2"] },
    { name: "shops of two releases", given: ["--versions", "16.2,59.0.0"] },
    { name: "gated answers", given: ["--min-version", "11.3", "--responses", "gated"] },
  ])("makes a project for several events and $name", async ({ given }) => {
    await inProject(async (project) => {
      const { code, stderr } = await project.call(
        ...["init", "express", "--dir", "deep/in/My Hooks", "--events", allEvents.join(","), ...given],
      );
      expect([code, stderr]).toEqual([0, ""]);
      const folder = join(project.folder, "deep/in/My Hooks");
      expect(readJson(folder, "package.json")).toMatchObject({ name: "my-hooks", private: true });
      expect(readdirSync(join(folder, "scenarios"))).toEqual(
        allEvents.map((event) => `${event}.yaml`).toSorted(),
      );
      await checkProject(folder);
    });
  });

  it.each(["--min-version 11", "--versions 11,13.0.2"])(
    "makes a project that can generate the same again: %s",
    async (fleet) => {
      await inProject(async (project) => {
        project.putSpec();
        const given = ["--spec", "spec", "--events", "scanCode", ...fleet.split(" "), "--responses", "gated"];
        await project.call("init", "express", "--dir", "hooks", ...given);
        const { scripts } = readJson(project.folder, "hooks/package.json") as {
          scripts: { generate: string };
        };
        expect(scripts.generate).toBe(
          `mplus-codegen --target express ${fleet} --responses gated --spec ../spec --out src/mplus`,
        );
        const main = join(packageRoot, "dist/generator/cli/main.js");
        const again = [...scripts.generate.split(" ").slice(1), "--check"];
        const folder = join(project.folder, "hooks");
        const { code, stdout } = await runProgram(folder, [process.execPath, main, ...again]);
        expect([code, stdout.split("\n")[0]]).toEqual([
          0,
          expect.stringMatching(/^Nothing to do: the \d+ files in src\/mplus\/ are up to date\.$/),
        ]);
      });
    },
  );

  it("tells a program what it made", async () => {
    await inProject(async (project) => {
      project.putSpec();
      const given = ["--spec", "spec", "--events", "printBill", "--json"];
      const { stdout } = await project.call("init", "express", ...given);
      const { files, ...rest } = JSON.parse(stdout) as { files: readonly string[] };
      expect(rest).toEqual({
        ...{ dir: "mplus-express", framework: "Express", packageManager: "npm", module: "esm" },
        ...{ events: ["printBill"], left: [], omitted: [], warnings: [] },
      });
      const written = Object.keys(project.tree())
        .filter((path) => /^mplus-express\/(?!src\/mplus\/).*[^/]$/.test(path))
        .map((path) => path.slice("mplus-express/".length));
      expect(files.toSorted()).toEqual(written.toSorted());
    });
  });

  it("gives each project a secret of its own, and keeps it out of version control", async () => {
    await inProject(async (project) => {
      project.putSpec();
      const given = ["--spec", "spec", "--events", "scanCode"];
      await project.call("init", "express", "--dir", "a", ...given);
      await project.call("init", "express", "--dir", "b", ...given);
      const [a = "", b = ""] = ["a", "b"].map((dir) => readSecret(join(project.folder, dir)));
      expect(Buffer.from(a, "base64")).toHaveLength(32);
      expect(a).not.toBe(b);
      const holders = Object.entries(project.tree()).filter(([, text]) => text.includes(a));
      expect(holders.map(([path]) => path)).toEqual(["a/.env"]);
      expect(project.read("a/.gitignore").split("\n")).toContain(".env");
    });
  });
});

const readSecret = (folder: string): string =>
  /^MPLUS_SECRET=(.+)$/m.exec(readFileSync(join(folder, ".env"), "utf8"))?.[1] ?? "";

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
