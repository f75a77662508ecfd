import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../generator/package/package-root.js";

const read = (path: string): string => readFileSync(join(packageRoot, path), "utf8");
const isThere = (path: string): boolean => existsSync(join(packageRoot, path));

/** What a host of repositories reads, by its path. */
const readYaml = (path: string): unknown => parse(read(path), { strict: true, uniqueKeys: true });

const node = read(".nvmrc").trim();

describe("the repository", () => {
  it.each(["package.json", "test/tools/package.json"])("has no key twice in %s", (path) => {
    // JSON is YAML, whose reader refuses what JSON.parse lets the last one win.
    expect(readYaml(path)).toEqual(JSON.parse(read(path)));
  });

  it("develops on a release of Node that is tested", () => {
    const tested = [...read(".ci/run").matchAll(/\b(\d\d)\.\d+\.\d+\b/g)].map(([, major]) => major);
    expect(tested).toContain(node);
    expect(read(".github/workflows/ci.yml")).toContain(`container: node:${node}-`);
    expect(read(".devcontainer/devcontainer.json")).toContain(`"image": "node:${node}-`);
  });

  it("tests each release of Node that it names, and names each that it tests", () => {
    const tested = [...read(".ci/run").matchAll(/\b(\d\d)\.\d+\.\d+\b/g)].map(([, major]) => major);
    const { engines } = JSON.parse(read("package.json")) as { engines: { node: string } };
    expect(engines.node).toBe(`>=${tested[0] ?? ""}`);
    expect(read("CONTRIBUTING.md")).toContain(
      `Node ${tested.slice(0, -1).join(", ")} and ${tested.at(-1) ?? ""}`,
    );
  });

  it("has what lands checked by the script that checks it here", () => {
    interface Workflow {
      readonly permissions: object;
      readonly jobs: Readonly<Record<string, { steps: readonly { uses?: string; run?: string }[] }>>;
    }
    const { jobs, permissions } = readYaml(".github/workflows/ci.yml") as Workflow;
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual([".ci/run"]);
    expect(permissions).toEqual({ contents: "read" });
  });

  it("has the packages of each lockfile kept up to date", () => {
    interface Updates {
      readonly updates: readonly { "package-ecosystem": string; directories?: readonly string[] }[];
    }
    const { updates } = readYaml(".github/dependabot.yml") as Updates;
    const folders = updates.flatMap(({ directories = [] }) => directories);
    expect(folders.sort()).toEqual(["/", "/test/tools"]);
    expect(folders.filter((folder) => !isThere(`${folder}/package-lock.json`))).toEqual([]);
    expect(updates.map((each) => each["package-ecosystem"])).toEqual(["npm", "github-actions"]);
  });
});

/** What GitHub knows in a form, and what each kind has to have. */
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

describe("an issue form", () => {
  const forms = readdirSync(join(packageRoot, ".github/ISSUE_TEMPLATE"));

  it.each(forms)("is one that GitHub takes: %s", (file) => {
    const { name, description, body } = readYaml(`.github/ISSUE_TEMPLATE/${file}`) as Form;
    expect([name, description].every((text) => text.length > 10)).toBe(true);
    const lacking = body.filter(
      ({ type, attributes }) => needed[type]?.every((key) => key in attributes) !== true,
    );
    expect(lacking).toEqual([]);
    const ids = body.filter(({ type }) => type !== "markdown").map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id === undefined || !/^[\w-]+$/.test(id))).toEqual([]);
  });

  it("asks for the source and the release where the contract is concerned", () => {
    for (const file of ["contract.yml", "release.yml"]) {
      const ids = (readYaml(`.github/ISSUE_TEMPLATE/${file}`) as Form).body.map(({ id }) => id);
      expect(ids, file).toEqual(expect.arrayContaining(["source", "release"]));
    }
  });
});
