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
    expect(workflow?.permissions).toEqual({ contents: "write", "pull-requests": "write" });
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

/** The keys GitHub requires for each kind of form. */
const needed: Readonly<Record<string, readonly string[]>> = {
  markdown: ["value"],
  input: ["label"],
  textarea: ["label"],
  dropdown: ["label", "options"],
  checkboxes: ["label", "options"],
};

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly { readonly type: string; readonly id?: string; readonly attributes: object }[];
}

it.each(readdirSync(join(packageRoot, ".github/ISSUE_TEMPLATE")))(
  "GitHub takes the issue form %s",
  (file) => {
    const { name, description, body } = readYaml(`.github/ISSUE_TEMPLATE/${file}`) as Form;
    expect([name, description].every((text) => text.length > 10)).toBe(true);
    expect(body.filter(({ type, attributes }) => !needed[type]?.every((key) => key in attributes))).toEqual(
      [],
    );
    const ids = body.filter(({ type }) => type !== "markdown").map(({ id = "" }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[\w-]+$/.test(id))).toEqual([]);
    if (["contract.yml", "release.yml"].includes(file))
      expect(ids).toEqual(expect.arrayContaining(["source", "release"]));
  },
);
