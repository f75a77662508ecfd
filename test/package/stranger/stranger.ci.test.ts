import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { fencedBlocks, runProgram, withServer } from "../../cli/running.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { comparable, compilerOptions, readBlocks, textsIn } from "../guide.js";
import { inCopyOf, isSkipped, reason } from "./installed.js";
import { readCommands, runInProduction, type, writeHandler, type Project } from "./project.js";

it.skipIf(isSkipped)(
  `a project made in the folder that has the package tests, and runs in production${reason}`,
  () =>
    inCopyOf("npm", async (project) => {
      writeHandler(project);
      expect(await type(project, readCommands(project).test)).toMatch(/^(?:#|ℹ) fail 0$/m);
      await runInProduction(project);
    }),
);

/** Size of an npm installation; `du` counts blocks of 4 kB. */
const limits = { packages: 45, megabytes: 40 };

it.skipIf(isSkipped)(`installing the package takes few packages and little room${reason}`, () =>
  inCopyOf("desk", async (project) => {
    const packages = await type(project, "npm ls --all --parseable");
    // The first line is the project itself.
    expect(packages.trim().split("\n").length - 1).toBeLessThanOrEqual(limits.packages);
    expect(parseInt(await type(project, "du -sm node_modules"))).toBeLessThanOrEqual(limits.megabytes);
  }),
);

it.skipIf(isSkipped)(`models name the package that they need where it is missing${reason}`, () =>
  inCopyOf("desk", async (project) => {
    const call = ["mplus-codegen", "--target", "models", "--language"] as const;
    expect(await runProgram(project.cwd, [...call, "python"], project.env)).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "mplus-codegen: The package quicktype-core is not installed next to mplus-codegen. Install it: npm install quicktype-core@26\n",
    });
    expect(await runProgram(project.cwd, [...call, "php"], project.env)).toMatchObject({ code: 0 });
  }),
);

const read = (page: string): string => readFileSync(join(packageRoot, "generated/docs", page), "utf8");
const secretOf = (page: string): string => /^export MPLUS_SECRET=.*$/m.exec(read(page))?.[0] ?? "";

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

it.skipIf(isSkipped)(
  `the README's server compiles, and answers where the packed file is installed${reason}`,
  () =>
    inCopyOf("packed", async (project) => {
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
    }),
);

it.skipIf(isSkipped)(`the page of a task leads from an empty folder to a till that plays it${reason}`, () =>
  inCopyOf("task", async (project) => {
    const page = read("tasks/loyalty.md");
    const [program = ""] = fencedBlocks(page, "ts");
    const [, start = "", call = ""] = fencedBlocks(page, "sh");
    expect(await tryOut(project, { file: "loyalty.ts", program, start, call })).toMatch(/^passed .*\n$/);
  }),
);

it.skipIf(isSkipped)(`start.md leads to a till for a receiver in another language${reason}`, () =>
  inCopyOf("desk", async (project) => {
    const page = read("start/python.md");
    const [program = ""] = fencedBlocks(page, "python");
    const [start = ""] = fencedBlocks(page, "sh");
    const [, send = ""] = /^\| `(npx mplus-codegen send .*?)`/m.exec(read("start.md")) ?? [];
    const call = `${secretOf("start.md")}\n${send}`;
    expect(await tryOut(project, { file: "receiver.py", program, start, call })).toMatch(
      /^ {2}Status 200, in \d+ ms\n {4}\{\}$/m,
    );
  }),
);

it.skipIf(isSkipped)(`a member of a workspace hands on the file that it has the package from${reason}`, () =>
  inCopyOf("desk", async (project) => {
    const [app, shop] = ["app", "shop"].map((name) => join(project.cwd, "packages", name));
    const dependencies = { "mplus-codegen": "file:../../vendor/mplus-codegen.tgz" };
    writeFiles(project.cwd, [["packages/app/package.json", JSON.stringify({ dependencies })]]);
    // npm hoists a member's dependency to the root, whose package.json does not list it.
    removeFolder(join(project.cwd, "package.json"));
    await type({ ...project, cwd: app ?? "" }, "mplus-codegen init node --dir ../shop");
    const made = JSON.parse(readFileSync(join(shop ?? "", "package.json"), "utf8")) as object;
    expect(made).toMatchObject({ devDependencies: dependencies });
  }),
);
