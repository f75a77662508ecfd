import { mkdirSync, realpathSync, renameSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { runProgram } from "../workbench/run.js";
import { inSmallProject } from "../workbench/project.js";

const ofSmall = ["init", "express", "--spec", "spec", "--events", "scanCode"] as const;

/** Runs commands in bash, with programs that print their arguments one per line. */
async function runInBash(commands: string, cwd: string): Promise<readonly string[]> {
  const show = `() { printf '%s\\n' "$@"; };`;
  const text = `npm${show} npx${show} mplus-codegen${show} node() { cat; }; ${commands}`;
  return (await runProgram(cwd, ["bash", "-c", text])).stdout.split("\n").slice(0, -1);
}

it("init lists every file that it wrote, but not those that generate writes", () =>
  inSmallProject(async (project) => {
    const { files } = JSON.parse((await project.call(...ofSmall, "--json")).stdout) as { files: string[] };
    const written = Object.keys(project.tree())
      .filter((path) => /^mplus-express\/(?!src\/mplus\/).*[^/]$/.test(path))
      .map((path) => path.slice("mplus-express/".length));
    expect(files.toSorted()).toEqual(written.toSorted());
  }));

it("init gives each project a secret of its own, and keeps it out of version control", () =>
  inSmallProject(async (project) => {
    for (const folder of ["a", "b"]) await project.call(...ofSmall, "--dir", folder);
    const [a = "", b = ""] = ["a", "b"].map(
      (dir) => /^MPLUS_SECRET=(.+)$/m.exec(project.read(`${dir}/.env`))?.[1],
    );
    expect(Buffer.from(a, "base64")).toHaveLength(32);
    expect(a).not.toBe(b);
    const holders = Object.entries(project.tree()).filter(([, text]) => text.includes(a));
    expect(holders.map(([path]) => path)).toEqual(["a/.env"]);
    expect(project.read("a/.gitignore").split("\n")).toContain(".env");
  }));

/** Folder names with characters that a shell, YAML, Markdown or GitHub interpret. */
const oddNames = ["sp;touch PWN;#", 'it\'s  `a` "b" $HOME: #c!d', "${{ github.token }} ${{ a\\b", "-", "~"];

it.each(oddNames)("init writes commands that name the folders: %s", (name) =>
  inSmallProject(async (project) => {
    const folder = join(realpathSync(project.folder), name);
    mkdirSync(join(project.folder, "specs"));
    renameSync(join(project.folder, "spec"), join(project.folder, "specs", name));
    const call = ["init", "express", "--spec", `specs/${name}`, "--events", "scanCode"] as const;
    const [, cd = ""] = /^ {2}(cd .*)$/m.exec((await project.call(...call, `--dir=${name}`)).stdout) ?? [];
    expect(await runInBash(`${cd} && pwd`, project.folder)).toEqual([folder]);
    const read = (path: string): string => project.read(join(name, path));
    const { scripts } = JSON.parse(read("package.json")) as { scripts: { generate: string } };
    const spec = ["--spec", `../specs/${name}`];
    expect((await runInBash(scripts.generate, folder)).slice(2, 4)).toEqual(spec);
    const [, again = ""] = /^(npx .* init .*) --events <name>$/m.exec(read("README.md")) ?? [];
    expect((await runInBash(again, folder)).slice(-2)).toEqual(spec);
    mkdirSync(join(folder, "base"));
    mkdirSync(join(folder, "specs", name), { recursive: true });
    const compared = await runInBash(findComparison(read(".github/workflows/ci.yml")), folder);
    expect(compared.slice(2, 6)).toEqual(["--spec-from", `base/../specs/${name}`, ...spec]);
    expect(Object.keys(project.tree()).filter((path) => path.endsWith("PWN"))).toEqual([]);
    project.put("own/package.json", "{}");
    const own = await project.call(...call, "--dir", "own", "--json");
    const { next } = JSON.parse(own.stdout) as { next: string[] };
    const sets = next.filter((each) => each.startsWith("npm pkg")).join("\n");
    expect(await runInBash(sets, folder)).toContain(`scripts.generate=${scripts.generate}`);
  }),
);

function findComparison(text: string): string {
  const { jobs } = parse(text) as { jobs: { contract: { steps: readonly { run?: string }[] } } };
  const run = jobs.contract.steps.find((step) => step.run?.includes("--spec-from"))?.run ?? "";
  return run.replace(/\$\{\{ (.*?) \}\}/g, (_, value: string) => (value === "'${{'" ? "${{" : ""));
}
