import { dirname } from "node:path";
import { expect } from "vitest";
import type { Result } from "../../../generator/cli/results.js";
import { linkPackages } from "../../package/link-packages.js";
import { findNewNode } from "../../workbench/new-node.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { compilers } from "../../workbench/compile.js";
import { inProject, type Project } from "../../workbench/project.js";
import { runProgram, withServer, type Command } from "../../workbench/run.js";

interface OwnServer {
  readonly name: string;
  readonly type: "module" | "commonjs";
  readonly path: string;
  readonly test: string;
  readonly packages: readonly string[];
  readonly tsModule?: string;
  /** True if it runs on a Node that supports TypeScript. */
  readonly isNewNode?: boolean;
  /** The files to change by hand. */
  readonly needs: readonly string[];
}

/** Servers in JavaScript that is compiled, or in a test runner: see the starters of test/proof. */
export const ownServers: readonly OwnServer[] = [
  {
    name: "TypeScript in CommonJS",
    type: "commonjs",
    path: "index.ts",
    test: "node --import tsx --test *.test.ts",
    packages: ["express", "@types/express", "typescript"],
    tsModule: "commonjs",
    needs: ["index.ts", "tsconfig.json"],
  },
  {
    name: "JavaScript in ES modules, as it is",
    type: "module",
    path: "index.js",
    test: "node --test",
    packages: ["express"],
    isNewNode: true,
    needs: ["index.js"],
  },
];

export async function addToServer(own: OwnServer): Promise<void> {
  await inProject(async (project) => {
    const node = own.isNewNode ? findNewNode() : process.execPath;
    const env = { PATH: `${dirname(node)}:${process.env["PATH"] ?? ""}` };
    const run = (...command: Command) => runProgram(project.folder, command, env);
    putServer(project, own);
    linkPackages(project.folder);
    const call = ["init", "--events", "scanCode", "--json"];
    const { stdout } = await run(node, "node_modules/mplus-codegen/dist/main.js", ...call);
    const { needs, next } = JSON.parse(stdout) as Result<"init">;
    expect([...new Set(needs.map(({ path }) => path))]).toEqual(own.needs);
    addLines(project, needs);
    for (const command of next.filter((each) => /^npm (?:pkg|run)/.test(each)))
      expect(await run("sh", "-c", command)).toMatchObject({ code: 0 });
    if (own.tsModule !== undefined) await compile(project);
    expect((await run("npm", "test")).stdout).toMatch(/^(?:#|ℹ) fail 0$/m);
    expect(await run("npm", "run", "generate", "--", "--check")).toMatchObject({ code: 0 });
    const loader = own.tsModule === undefined ? [] : ["--import", "tsx"];
    await answerScan(project.folder, [node, ...loader, own.path], project.read(".env"));
  });
}

function putServer(project: Project, { type, path, test, packages, tsModule }: OwnServer): void {
  const dependencies = Object.fromEntries(packages.map((name) => [name, "5"]));
  const compilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: ["node"],
    esModuleInterop: true,
    module: tsModule,
  };
  project.putAll({
    "package.json": JSON.stringify({ type, scripts: { start: `node ${path}`, test }, dependencies }),
    // The options start on the second line.
    ...(tsModule !== undefined && {
      "tsconfig.json": `{ "compilerOptions": {\n${JSON.stringify(compilerOptions).slice(1)} }`,
    }),
    [path]: `import express from "express";

const app = express();
app.use(express.json());
app.listen(Number(process.env["PORT"]));
`,
  });
}

/** Adds the lines from last to first, because line numbers refer to the file before the changes. */
function addLines(project: Project, needs: Result<"init">["needs"]): void {
  for (const { path, place, lines } of needs.toReversed()) {
    const text = project.read(path).split("\n");
    const [, line = path === "tsconfig.json" ? "2" : "1"] = /line (\d+)/.exec(place) ?? [];
    text.splice(Number(line) - 1, 0, ...lines);
    project.put(path, text.join("\n"));
  }
}

async function compile({ folder }: Project): Promise<void> {
  for (const compiler of compilers)
    expect(await runProgram(folder, [process.execPath, `node_modules/${compiler}/bin/tsc`])).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
}

async function answerScan(cwd: string, command: Command, dotEnv: string): Promise<void> {
  const port = await findFreePort();
  const [, secret = ""] = /^MPLUS_SECRET=(.+)$/m.exec(dotEnv) ?? [];
  const env = { MPLUS_SECRET: secret };
  await withServer({ cwd, command, port, env }, async () => {
    const url = `http://127.0.0.1:${port}/mplus`;
    const sent = await runProgram(cwd, ["npx", "mplus-codegen", "send", "scanCode", "--url", url], env);
    expect(sent.stdout).toContain("status 200");
  });
}
