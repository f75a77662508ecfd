import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { expect, it } from "vitest";
import { packageRoot } from "../../generator/contract/package/package-root.js";
import { readBlocks, textsIn } from "./guide.js";

interface Step {
  readonly shell?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: object;
}
interface Workflow {
  readonly permissions?: object;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly steps: readonly Step[]; readonly needs?: unknown; readonly permissions?: unknown }
    >
  >;
}

const read = (path: string): string => readFileSync(join(packageRoot, path), "utf8");
const readYaml = (path: string): unknown => parse(read(path), { strict: true, uniqueKeys: true });
const readWorkflow = (name: string) => readYaml(`.github/workflows/${name}.yml`) as Workflow;
const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps }) => steps);
const workflowsIn = (page: string): readonly Workflow[] =>
  textsIn(readBlocks(page), "yaml").map((text) => parse(text) as Workflow);

it.each(["package.json", "test/tools/package.json", "test/tools/exports/package.json"])(
  "%s has no key twice",
  // The YAML reader also rejects duplicate keys, which JSON.parse accepts.
  (path) => expect(readYaml(path)).toEqual(JSON.parse(read(path))),
);

it.each([".github/workflows/ci.yml", ".devcontainer/devcontainer.json"])(
  "%s uses the Node of .nvmrc",
  (file) => expect(read(file)).toContain(`node:${read(".nvmrc").trim()}-`),
);

it.each([
  ["SECURITY.md", ".", /`(test\/[^`]+)`/g, 30],
  ["test/README.md", "test", /`([\w-]+\/[^`]+)`/g, 50],
] as const)("%s names tests that exist", (page, folder, name, least) => {
  const named = [...read(page).matchAll(name)].map(([, path = ""]) => path);
  expect(named.length).toBeGreaterThan(least);
  expect(named.filter((path) => !existsSync(join(packageRoot, folder, path)))).toEqual([]);
});

it("CI runs the script that developers run", () => {
  const workflow = readWorkflow("ci");
  expect(stepsOf(workflow).flatMap(({ run }) => run ?? [])).toEqual([".ci/run"]);
  expect(workflow.permissions).toEqual({ contents: "read" });
});

it("workflows use only actions that nobody can change", () => {
  const uses = readdirSync(join(packageRoot, ".github/workflows")).flatMap((file) =>
    [...read(`.github/workflows/${file}`).matchAll(/uses: (.*)/g)].map(([, action = ""]) => action),
  );
  const isPinned = (action: string): boolean =>
    action.startsWith("./.github/workflows/") || /@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action);
  expect(uses.filter((action) => !isPinned(action))).toEqual([]);
});

it("a release publishes only what CI and the proof have passed", () => {
  const { publish } = readWorkflow("release").jobs;
  expect(publish?.needs).toEqual(["ci", "proof"]);
  expect(publish?.permissions).toEqual({ contents: "write", "id-token": "write" });
});

it("dependabot updates the packages of the product, the tests' tools and the actions", () => {
  const { updates } = readYaml(".github/dependabot.yml") as {
    readonly updates: readonly { "package-ecosystem": string; directories?: readonly string[] }[];
  };
  const folders = updates.flatMap(({ directories = [] }) => directories);
  expect(folders.sort()).toEqual(["/", "/test/tools", "/test/tools/exports"]);
  expect(updates.map((each) => each["package-ecosystem"])).toEqual(["npm", "github-actions"]);
});

const { inputs, runs } = readYaml("action.yml") as {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
};

it("no script on a user's host contains text of others", () => {
  expect(runs.using).toBe("composite");
  expect(new Set(runs.steps.map(({ shell }) => shell))).toEqual(new Set(["bash"]));
  const steps = [...runs.steps, ...workflowsIn("docs/drift.md").flatMap(stepsOf)];
  expect(steps.filter(({ run = "" }) => run.includes("${{"))).toEqual([]);
});

it("the workflow of docs/drift.md asks for no more than it needs", () => {
  expect(workflowsIn("docs/drift.md")[0]?.permissions).toEqual({ contents: "read", issues: "write" });
});

it("docs/ci.md has the inputs of the action, with their defaults", () => {
  const lines = read("docs/ci.md").split("\n");
  for (const [name, input] of Object.entries(inputs)) {
    const row = lines.find((line) => line.startsWith(`| \`${name}\` `));
    expect(row, name).toContain(input.default === "" ? "" : `| \`${input.default}\` `);
  }
  const used = workflowsIn("docs/ci.md")
    .flatMap(stepsOf)
    .filter(({ uses }) => uses === "./node_modules/mplus-codegen");
  expect(used).toHaveLength(2);
  expect(used.flatMap((step) => Object.keys(step.with ?? {}))).toEqual(
    expect.toSatisfy((names: string[]) => names.every((name) => Object.hasOwn(inputs, name))),
  );
});
