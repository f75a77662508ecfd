import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { packageRoot } from "../../generator/contract/package/package-root.js";
import { runProgram, withServer, type StartedProgram } from "../workbench/run.js";
import { writeFiles } from "../workbench/folders.js";
import { findNewNode } from "../workbench/new-node.js";
import { findFreePort } from "../workbench/servers/free-port.js";
import { runCommand, splitWords } from "../workbench/command.js";
import { comparable, inProject, listFiles, readBlocks, textsIn } from "./guide.js";
import { standIns } from "./stand-ins.js";

// test/package/stranger runs the calls of all pages.

const hasCode = (page: string): boolean => listFiles(readBlocks(page)).some(([path]) => path.endsWith(".ts"));
const pages = readdirSync(join(packageRoot, "docs"), { recursive: true, encoding: "utf8" }).map(
  (name) => `docs/${name}`,
);

it.each(pages.filter((page) => page.endsWith(".md") && hasCode(page)))("the files of %s compile", (page) =>
  inProject(listFiles(readBlocks(page)), async (home) => {
    if (page === "docs/errors.md") writeFiles(home, standIns);
    const [generate] = textsIn(readBlocks(page), "bash").filter((text) => text.includes(" --out src/mplus"));
    if (generate) await runCommand(splitWords(generate).slice(2), { cwd: home });
    const tsc = await runProgram(home, ["node_modules/.bin/tsc", "-p", ".", "--skipLibCheck"]);
    expect(tsc).toMatchObject({ code: 0, stdout: "" });
  }),
);

it("docs/inbox.md has a program that handles what it stores, and ends on SIGTERM", async () => {
  const port = await findFreePort();
  const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";
  const env = { MPLUS_SECRET: secret, DATABASE_URL: "./inbox" };
  const command = [findNewNode(), "--import", "tsx", "server.ts"] as const;
  const send = ["send", "completeSession", "--url", `http://localhost:${port}/mplus`];
  const countPaid = (printed: string): number => [...printed.matchAll(/^Paid: \[/gm)].length;
  await inProject(listFiles(readBlocks("docs/inbox.md")), async (home) => {
    let paid = 0;
    const run = (use: (server: StartedProgram) => Promise<void>) =>
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

it("docs/errors.md has a server that captures a handler's error once", async () => {
  const blocks = readBlocks("docs/errors.md");
  const port = await findFreePort();
  const files = listFiles(blocks).map(([path, text]) => [path, text.replaceAll("3000", `${port}`)] as const);
  const env = { MPLUS_SECRET: "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=", SENTRY_DSN: "a-dsn" };
  const [, start = ""] =
    /`(node .* server\.ts)`/.exec(readFileSync(join(packageRoot, "docs/errors.md"), "utf8")) ?? [];
  const [, ...words] = splitWords(start);
  const command = [process.execPath, ...words] as const;
  await inProject(files, async (home) => {
    writeFiles(home, standIns);
    const { stdout } = await withServer({ cwd: home, command, port, env }, async () => {
      const send = ["send", "scanCode", "--url", `http://localhost:${port}/mplus`];
      expect((await runCommand(send, { environment: env })).stdout).toContain("status 500");
    });
    expect(stdout.split("\n").filter((line) => line.startsWith("Sentry"))).toEqual([
      "Sentry.init a-dsn",
      "Sentry.captureException The database is down. scanCode shop-12",
    ]);
  });
});

it("docs/testing.md has tests that pass, and that fail with a wrong answer", async () => {
  const blocks = readBlocks("docs/testing.md");
  const [generate = "", run = ""] = textsIn(blocks, "bash");
  await inProject(listFiles(blocks), async (home) => {
    const [, , ...argv] = splitWords(generate);
    expect(await runCommand(argv, { cwd: home })).toMatchObject({ code: 0 });
    const test = () => runProgram(home, ["sh", "-c", run]);
    expect((await test()).stdout).toMatch(/^(?:#|ℹ) pass 3$/m);
    const handlers = readFileSync(join(home, "src/handlers.ts"), "utf8").replace("Welcome!", "Hello!");
    writeFiles(home, [["src/handlers.ts", handlers]]);
    expect((await test()).stdout).toMatch(/^(?:#|ℹ) fail 3$/m);
  });
});

it("docs/scenarios.md has a server that passes its scenario and its test", async () => {
  const blocks = readBlocks("docs/scenarios.md");
  const port = await findFreePort();
  const files = listFiles(blocks).map(([path, text]) => [path, text.replaceAll("3000", `${port}`)] as const);
  const env = { MPLUS_SECRET: "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=" };
  const command = [process.execPath, "--import", "tsx", "server.ts"] as const;
  await inProject(files, (home) =>
    withServer({ cwd: home, command, port, env }, async () => {
      const simulate = ["simulate", "coffee.yaml", "--url", `http://localhost:${port}/mplus`];
      const { stdout } = await runCommand(simulate, { cwd: home, environment: env });
      expect(comparable(stdout)).toBe(comparable(textsIn(blocks, "text")[0] ?? ""));
      const test = [process.execPath, "--import", "tsx", "--test", "till.test.ts"] as const;
      expect((await runProgram(home, test, env)).stdout).toMatch(/^(?:#|ℹ) pass 1$/m);
    }),
  );
});

it("docs/config.md has a config, a target and a program that work", async () => {
  const blocks = readBlocks("docs/config.md");
  await inProject(listFiles(blocks), async (home) => {
    const printed: string[] = [];
    for (const script of textsIn(blocks, "bash")) {
      const { code, stdout, stderr } = await runProgram(home, ["bash", "-ec", script]);
      expect(code, `${script}${stdout}${stderr}`).toBe(0);
      printed.push(stdout);
    }
    expect(printed.at(-1)).toBe(textsIn(blocks, "text").at(-1));
  });
});
