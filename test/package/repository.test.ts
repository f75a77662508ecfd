import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../generator/contract/package/package-root.js";
import { readBlocks, textsIn } from "./guide.js";

const read = (path: string): string => readFileSync(join(packageRoot, path), "utf8");

const readYaml = (path: string): unknown => parse(read(path), { strict: true, uniqueKeys: true });

describe("the repository", () => {
  it.each(["package.json", "test/tools/package.json", "test/tools/exports/package.json"])(
    "has no key twice in %s",
    (path) => {
      // The YAML reader also rejects duplicate keys, which JSON.parse accepts.
      expect(readYaml(path)).toEqual(JSON.parse(read(path)));
    },
  );

  it("is developed and checked on one release of Node", () => {
    const node = read(".nvmrc").trim();
    for (const file of [".github/workflows/ci.yml", ".devcontainer/devcontainer.json"])
      expect(read(file), file).toContain(`node:${node}-`);
  });

  it("has what lands checked by the script that checks it here", () => {
    const workflow = readYaml(".github/workflows/ci.yml") as Workflow;
    expect(stepsOf(workflow).flatMap(({ run }) => run ?? [])).toEqual([".ci/run"]);
    expect(workflow.permissions).toEqual({ contents: "read" });
  });

  it("runs only actions that nobody can change under it", () => {
    const uses = readdirSync(join(packageRoot, ".github/workflows")).flatMap((file) =>
      [...read(`.github/workflows/${file}`).matchAll(/uses: (.*)/g)].map(([, action = ""]) => action),
    );
    const isPinned = (action: string): boolean =>
      action.startsWith("./.github/workflows/") || /@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action);
    expect(uses.filter((action) => !isPinned(action))).toEqual([]);
  });

  it("publishes only what CI and the proof have passed", () => {
    const { jobs } = readYaml(".github/workflows/release.yml") as {
      readonly jobs: {
        readonly publish: { readonly needs: readonly string[]; readonly permissions: object };
      };
    };
    expect(jobs.publish.needs).toEqual(["ci", "proof"]);
    expect(jobs.publish.permissions).toEqual({ contents: "write", "id-token": "write" });
  });

  it("has its packages kept up to date, and those of the tools of its tests", () => {
    interface Updates {
      readonly updates: readonly { "package-ecosystem": string; directories?: readonly string[] }[];
    }
    const { updates } = readYaml(".github/dependabot.yml") as Updates;
    const folders = updates.flatMap(({ directories = [] }) => directories);
    expect(folders.sort()).toEqual(["/", "/test/tools", "/test/tools/exports"]);
    expect(updates.map((each) => each["package-ecosystem"])).toEqual(["npm", "github-actions"]);
  });
});

interface Step {
  readonly shell?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: object;
}
interface Workflow {
  readonly permissions?: object;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps }) => steps);
const workflowsIn = (page: string): readonly Workflow[] =>
  textsIn(readBlocks(page), "yaml").map((text) => parse(text) as Workflow);

describe("what runs on a host for our users", () => {
  const { inputs, runs } = readYaml("action.yml") as {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly runs: { readonly using: string; readonly steps: readonly Step[] };
  };

  it("puts nothing of others into a script", () => {
    expect(runs.using).toBe("composite");
    expect(new Set(runs.steps.map(({ shell }) => shell))).toEqual(new Set(["bash"]));
    const scripts = [...runs.steps, ...workflowsIn("docs/drift.md").flatMap(stepsOf)].flatMap(
      ({ run }) => run ?? [],
    );
    expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
  });

  it("asks for no more than it needs: the workflow of docs/drift.md", () => {
    const [workflow] = workflowsIn("docs/drift.md");
    expect(workflow?.permissions).toEqual({ contents: "read", issues: "write" });
  });

  it("has its inputs, with their defaults, in docs/ci.md", () => {
    const guide = read("docs/ci.md");
    for (const [name, input] of Object.entries(inputs)) {
      const row = guide.split("\n").find((line) => line.startsWith(`| \`${name}\` `));
      expect(row, name).toContain(input.default === "" ? "" : `| \`${input.default}\` `);
    }
    const used = workflowsIn("docs/ci.md")
      .flatMap(stepsOf)
      .flatMap((step) => (step.uses === "./node_modules/mplus-codegen" ? [step.with ?? {}] : []));
    expect(used).toHaveLength(2);
    expect(used.flatMap(Object.keys).filter((name) => !Object.hasOwn(inputs, name))).toEqual([]);
  });
});
