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
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { runProgram } from "../../workbench/run.js";
import { followDockerfile } from "./dockerfile.js";
import { createShell, findObstacle } from "./machine.js";
import { paths, type StrangersPath } from "./paths.js";
import {
  answerFirstEvent,
  readCommands,
  runInProduction,
  serve,
  type,
  writeHandler,
  type Project,
} from "./project.js";
import { removeFolder } from "../../workbench/folders.js";

const obstacle = findObstacle();
const reason = obstacle === undefined ? "" : ` (${obstacle})`;

const [, readmeCall = ""] =
  /^(npx mplus-codegen init \S+ --dir \S+.*)$/m.exec(readFileSync(join(packageRoot, "README.md"), "utf8")) ??
  [];

let home: string;

/** A folder with the packed package installed, instead of a clone. */
const desk = () => join(home, "desk");

describe.skipIf(obstacle !== undefined)(`a stranger${reason}`, () => {
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "stranger-"));
    mkdirSync(desk());
    // Skip scripts, because they print, too. The last line is the file name.
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

  it.each(paths)(
    "gets from an empty folder to what a Dockerfile makes, followed without a container: $framework, $manager, node $node",
    async (path) => {
      const project = await makeProject(path);
      await answerFirstEvent(project);
      await doWorkflow(project);
      await runInProduction(project);
      await shipIt(project, path);
    },
  );
});

/** Follows README and the project's README up to its tests. */
async function makeProject({ framework, manager, node }: StrangersPath): Promise<Project> {
  const name = `${framework}-${manager}-${node}`;
  const env = createShell(join(home, "shells", name), node, manager === "npm" ? [] : [manager]);
  const asked = `init ${framework} --dir ../${name} --package-manager ${manager}`;
  await type({ cwd: desk(), env }, readmeCall.replace(/init \S+ --dir \S+/, asked));
  const project = { cwd: join(home, name), env };
  writeHandler(project);
  const { install, test } = readCommands(project);
  await type(project, `${install}\n${test}`);
  return project;
}

interface Workflow {
  readonly jobs: Readonly<
    Record<"test" | "contract", { readonly steps: readonly { readonly run?: string }[] }>
  >;
}

async function doWorkflow(project: Project): Promise<void> {
  const { cwd, env } = project;
  const { jobs } = parse(readFileSync(join(cwd, ".github/workflows/ci.yml"), "utf8")) as Workflow;
  const [steps, more] = [jobs.test, jobs.contract].map((job) => job.steps.flatMap(({ run }) => run ?? []));
  for (const step of steps ?? []) await type({ cwd, env: { ...env, CI: "true" } }, step);
  const base = join(cwd, "base");
  mkdirSync(join(base, "src/mplus"), { recursive: true });
  symlinkSync(join(cwd, "node_modules"), join(base, "node_modules"));
  // The stamp was written for shops from v59.
  const stamp = readFileSync(join(cwd, "src/mplus/stamp.json"), "utf8");
  writeFileSync(join(base, "src/mplus/stamp.json"), stamp.replaceAll('"48"', '"59"'));
  const [contract = "", fleet = ""] = (more ?? []).filter((step) => step.includes(" diff "));
  expect(await type(project, contract)).toBe("");
  expect(await type(project, `if ${fleet}; then exit 1; fi`)).toMatch(/^::error .*breaking/m);
  removeFolder(base);
}

/** Follows the Dockerfile on a machine without mplus-codegen, and runs the image. */
async function shipIt({ cwd, env }: Project, { manager, node }: StrangersPath): Promise<void> {
  const bare = mkdtempSync(join(tmpdir(), "image-"));
  try {
    const context = join(bare, "context");
    const ignored = readFileSync(join(cwd, ".dockerignore"), "utf8").split("\n");
    cpSync(cwd, context, {
      recursive: true,
      filter: (path) => path === cwd || !isIgnored(basename(path), ignored),
    });
    expect(existsSync(join(context, ".env"))).toBe(false);
    // The image installs its own package manager.
    const shell = manager === "npm" ? env : createShell(join(bare, "shell"), node, []);
    const dockerfile = readFileSync(join(cwd, "Dockerfile"), "utf8");
    const image = await followDockerfile(
      dockerfile,
      { context, home: join(bare, "stages") },
      async (...run) => {
        const [folder, command, more] = run;
        await type({ cwd: folder, env: { ...shell, ...more } }, command);
      },
    );
    expect(existsSync(join(image.folder, "node_modules/typescript"))).toBe(false);
    const secret = { MPLUS_SECRET: Buffer.alloc(32, 1).toString("base64") };
    const shop = { cwd: image.folder, env: { ...shell, ...image.env, ...secret } };
    await serve(shop, image.command, image.healthCheck);
  } finally {
    removeFolder(bare);
  }
}

const isIgnored = (name: string, patterns: readonly string[]): boolean =>
  patterns.includes(name) || (name.startsWith(".env") && patterns.includes(".env*"));
