import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { packageRoot } from "../../../generator/package/package-root.js";
import { fencedBlocks, runProgram, signalGroup, withServer, type Command } from "../../cli/running.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { followDockerfile } from "./dockerfile.js";
import { createShell, findObstacle } from "./machine.js";
import { paths, type StrangersPath } from "./paths.js";
import { openTerminal } from "./terminal.js";
import { removeFolder } from "../../workbench/folders.js";

const obstacle = findObstacle();
const reason = obstacle === undefined ? "" : ` (${obstacle})`;

/** The README's own call, in the clone. */
const [, readmeCall = ""] =
  /^(npx mplus-codegen init \S+ --dir \S+.*)$/m.exec(readFileSync(join(packageRoot, "README.md"), "utf8")) ??
  [];

let home: string;

/** Has the package as it would be published, installed from its file: in the place of a clone. */
const desk = () => join(home, "desk");

describe.skipIf(obstacle !== undefined)(`a stranger${reason}`, () => {
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "stranger-"));
    mkdirSync(desk());
    // Without its scripts, which print, too: the last line is the name of the file.
    const pack = ["npm", "pack", "--ignore-scripts", "--pack-destination", desk()] as const;
    const { stdout } = await runProgram(packageRoot, pack);
    const tarball = `./${stdout.trim().split("\n").at(-1) ?? ""}`;
    const { code, stderr } = await runProgram(
      desk(),
      ["npm", "install", "--no-audit", "--no-fund", tarball],
      {
        npm_config_fetch_retries: "5",
      },
    );
    expect(code, stderr).toBe(0);
  });
  afterAll(() => removeFolder(home));

  it.for(paths)(
    "gets from an empty folder to what a Dockerfile makes, followed without a container: $framework, $manager, node $node, $module",
    async (path, { annotate }) => {
      const folder = await makeProject(path);
      await annotate(`${path.manager}: ${folder.told} from an empty folder to the first answered event`);
      await doWorkflow(folder);
      await runInProduction(folder);
      await shipIt(folder, path);
    },
  );
});

/** A project, and the shell of its owner. */
interface Made {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly told: string;
  /** The blocks of its README. */
  readonly blocks: readonly string[];
}

/** Types what README and the project's README say, up to the first answered event. */
async function makeProject({ framework, manager, node, module }: StrangersPath): Promise<Made> {
  const name = `${framework}-${manager}-${node}-${module}`;
  const env = createShell(join(home, "shells", name), node, manager === "npm" ? [] : [manager]);
  const terminal = openTerminal(env);
  const asked = `init ${framework} --dir ../${name} --package-manager ${manager} --module ${module}`;
  await terminal.type(desk(), readmeCall.replace(/init \S+ --dir \S+/, asked));
  const cwd = join(home, name);
  writeHandler(cwd);
  const blocks = fencedBlocks(readFileSync(join(cwd, "README.md"), "utf8"), "bash");
  const [install = "", test = "", dev = ""] = (blocks[0] ?? "").trim().split("\n");
  await terminal.type(cwd, `${install}\n${test}`);
  const port = await findFreePort();
  const toPort = (script = ""): string => script.replaceAll("3000", `${port}`);
  let told = "";
  terminal.count(dev);
  await withServer({ cwd, command: dev.split(" ") as unknown as Command, port, env }, async (server) => {
    const printed = await terminal.type(cwd, toPort(blocks[1]));
    expect(printed).toContain('{"scanCode":{"recognized":true,"relationNumber":34}}');
    told = terminal.tell();
    expect(await terminal.type(cwd, toPort(`${blocks[1] ?? ""}${blocks[2] ?? ""}`))).toMatch(
      /\nNothing is wrong(; see the advice)?\.\n$/,
    );
    signalGroup(server.child, "SIGINT");
    await server.ended;
  });
  return { cwd, env, told, blocks };
}

/** Another customer, in the handler and in the scenario that it is held against. */
function writeHandler(cwd: string): void {
  for (const path of ["src/handlers.ts", "scenarios/scanCode.yaml"]) {
    const text = readFileSync(join(cwd, path), "utf8");
    expect(text).toMatch(/\b12\b/);
    writeFileSync(join(cwd, path), text.replace(/\b12\b/g, "34"));
  }
}

interface Workflow {
  readonly jobs: Readonly<
    Record<"test" | "contract", { readonly steps: readonly { readonly run?: string }[] }>
  >;
}

/** Runs what the workflow does on every change, and what it does with a pull request. */
async function doWorkflow({ cwd, env }: Made): Promise<void> {
  const { jobs } = parse(readFileSync(join(cwd, ".github/workflows/ci.yml"), "utf8")) as Workflow;
  const [steps, more] = [jobs.test, jobs.contract].map((job) => job.steps.flatMap(({ run }) => run ?? []));
  for (const step of steps ?? []) await openTerminal(env).type(cwd, step, { CI: "true" });
  const base = join(cwd, "base");
  mkdirSync(join(base, "src/mplus"), { recursive: true });
  symlinkSync(join(cwd, "node_modules"), join(base, "node_modules"));
  // It was for shops from v59 on.
  const stamp = readFileSync(join(cwd, "src/mplus/stamp.json"), "utf8");
  writeFileSync(join(base, "src/mplus/stamp.json"), stamp.replaceAll('"48"', '"59"'));
  const [contract = "", fleet = ""] = (more ?? []).filter((step) => step.includes(" diff "));
  const terminal = openTerminal(env);
  expect(await terminal.type(cwd, contract)).toBe("");
  expect(await terminal.type(cwd, `if ${fleet}; then exit 1; fi`)).toMatch(/^::error .*breaking/m);
  removeFolder(base);
}

/** Builds and starts the server as the README says for production, and ends it as a platform does. */
async function runInProduction({ cwd, env, blocks }: Made): Promise<void> {
  const [build = "", start = ""] = (blocks[3] ?? "").trim().split("\n");
  await openTerminal(env).type(cwd, build);
  await serve(cwd, start.split(" "), env);
}

/** Follows the Dockerfile where there is no mplus-codegen, and runs what comes of it. */
async function shipIt({ cwd, env }: Made, { manager, node }: StrangersPath): Promise<void> {
  const bare = mkdtempSync(join(tmpdir(), "image-"));
  try {
    const context = join(bare, "context");
    const ignored = readFileSync(join(cwd, ".dockerignore"), "utf8").split("\n");
    cpSync(cwd, context, {
      recursive: true,
      filter: (path) => path === cwd || !isIgnored(basename(path), ignored),
    });
    expect(existsSync(join(context, ".env"))).toBe(false);
    // The image gets its package manager itself.
    const shell = manager === "npm" ? env : createShell(join(bare, "shell"), node, []);
    const dockerfile = readFileSync(join(cwd, "Dockerfile"), "utf8");
    const image = await followDockerfile(
      dockerfile,
      { context, home: join(bare, "stages") },
      async (...run) => {
        const [folder, command, more] = run;
        await openTerminal(shell).type(folder, command, more);
      },
    );
    expect(existsSync(join(image.folder, "node_modules/typescript"))).toBe(false);
    const secret = { MPLUS_SECRET: Buffer.alloc(32, 1).toString("base64") };
    await serve(image.folder, image.command, { ...shell, ...image.env, ...secret }, image.healthCheck);
  } finally {
    removeFolder(bare);
  }
}

const isIgnored = (name: string, patterns: readonly string[]): boolean =>
  patterns.includes(name) || (name.startsWith(".env") && patterns.includes(".env*"));

/** Starts a server, asks whether it is well, and ends it as a platform does. */
async function serve(
  cwd: string,
  command: readonly string[],
  env: NodeJS.ProcessEnv,
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
