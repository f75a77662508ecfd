import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { fencedBlocks, runProgram, withServer } from "../../workbench/run.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { comparable, compilerOptions, readBlocks, textsIn } from "../guide.js";
import { inCopyOf, isSkipped, reason } from "./installed.js";
import { readCommands, runInProduction, type, writeHandler, type Project } from "./project.js";

/** A test in a copy of a prepared folder. */
const stranger = (name: string, folder: string, use: (project: Project) => Promise<void>): void =>
  it.skipIf(isSkipped)(`${name}${reason}`, () => inCopyOf(folder, use));

stranger(
  "a project made in the folder that has the package tests, and runs in production",
  "npm",
  async (project) => {
    writeHandler(project);
    expect(await type(project, readCommands(project).test)).toMatch(/^(?:#|ℹ) fail 0$/m);
    await runInProduction(project);
  },
);

/** Size of an npm installation; `du` counts blocks of 4 kB. */
const limits = { packages: 45, megabytes: 40 };

stranger("installing the package takes few packages and little room", "desk", async (project) => {
  const packages = await type(project, "npm ls --all --parseable");
  // The first line is the project itself.
  expect(packages.trim().split("\n").length - 1).toBeLessThanOrEqual(limits.packages);
  expect(parseInt(await type(project, "du -sm node_modules"))).toBeLessThanOrEqual(limits.megabytes);
});

stranger("models name the package that they need if it is missing", "desk", async ({ cwd, env }) => {
  const call = ["mplus-codegen", "--target", "models", "--language"] as const;
  expect(await runProgram(cwd, [...call, "python"], env)).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "mplus-codegen: The package quicktype-core is not installed next to mplus-codegen. Install it: npm install quicktype-core@26\n",
  });
  expect(await runProgram(cwd, [...call, "php"], env)).toMatchObject({ code: 0 });
});

const read = (page: string): string => readFileSync(join(packageRoot, "generated/docs", page), "utf8");

/**
 * Starts the program that a page has the reader save, with the page's commands, and runs the commands for a second
 * terminal.
 */
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
  return printed.replaceAll(`${port}`, "3000");
}

stranger(
  "the README's server compiles, and answers if the packed file is installed",
  "packed",
  async (project) => {
    const blocks = readBlocks("README.md");
    const [program = ""] = textsIn(blocks, "ts");
    const [shown = ""] = textsIn(blocks, "text");
    const [, start = "", call = "", more = ""] = textsIn(blocks, "bash");
    const [simulate = "", doctor = ""] = more.split("\n");
    const calls = `${call}\n${simulate}\n${doctor}`;
    const printed = await tryOut(project, { file: "server.ts", program, start, call: calls });
    expect(comparable(printed)).toContain(comparable(shown));
    expect(printed).toContain("\nNo problems found");
    const config = { compilerOptions, files: ["server.ts"] };
    writeFileSync(join(project.cwd, "tsconfig.json"), JSON.stringify(config));
    const compiler = join(packageRoot, "node_modules/typescript-7/bin/tsc");
    expect(await type(project, `node ${compiler} -p .`)).toBe("");
  },
);

stranger("the page of a task leads from an empty folder to a till that plays it", "task", async (project) => {
  const page = read("tasks/loyalty.md");
  const [program = ""] = fencedBlocks(page, "ts");
  const [, start = "", call = ""] = fencedBlocks(page, "sh");
  expect(await tryOut(project, { file: "loyalty.ts", program, start, call })).toMatch(/^passed .*\n$/);
});

stranger("start.md leads to a till for a receiver in another language", "desk", async (project) => {
  const page = read("start/python.md");
  const [program = ""] = fencedBlocks(page, "python");
  const [start = ""] = fencedBlocks(page, "sh");
  const [, send = ""] = /^\| `(npx mplus-codegen send .*?)`/m.exec(read("start.md")) ?? [];
  const [secret = ""] = /^export MPLUS_SECRET=.*$/m.exec(read("start.md")) ?? [];
  expect(await tryOut(project, { file: "receiver.py", program, start, call: `${secret}\n${send}` })).toMatch(
    /^ {2}\{\}$/m,
  );
});

stranger(
  "a member of a workspace passes on the file that it has the package from",
  "desk",
  async (project) => {
    const app = join(project.cwd, "packages/app");
    const dependencies = { "mplus-codegen": "file:../../vendor/mplus-codegen.tgz" };
    writeFiles(app, [["package.json", JSON.stringify({ dependencies })]]);
    // npm hoists a member's dependency to the root, whose package.json does not list it.
    removeFolder(join(project.cwd, "package.json"));
    await type({ ...project, cwd: app }, "mplus-codegen init node --dir ../shop");
    const made = JSON.parse(readFileSync(join(app, "../shop/package.json"), "utf8")) as object;
    expect(made).toMatchObject({ devDependencies: dependencies });
  },
);
