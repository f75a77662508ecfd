import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../generator/package/package-root.js";

const read = (path: string): string => readFileSync(join(packageRoot, path), "utf8");

/** What a host of repositories reads, by its path. */
const readYaml = (path: string): unknown => parse(read(path), { strict: true, uniqueKeys: true });

describe("the repository", () => {
  it.each(["package.json", "test/tools/package.json"])("has no key twice in %s", (path) => {
    // JSON is YAML, whose reader refuses what JSON.parse lets the last one win.
    expect(readYaml(path)).toEqual(JSON.parse(read(path)));
  });

  it("is developed and checked on one release of Node", () => {
    const node = read(".nvmrc").trim();
    for (const file of [".github/workflows/ci.yml", ".devcontainer/devcontainer.json"])
      expect(read(file), file).toContain(`node:${node}-`);
  });

  it("has its packages kept up to date, and those of the tools of its tests", () => {
    interface Updates {
      readonly updates: readonly { "package-ecosystem": string; directories?: readonly string[] }[];
    }
    const { updates } = readYaml(".github/dependabot.yml") as Updates;
    const folders = updates.flatMap(({ directories = [] }) => directories);
    expect(folders.sort()).toEqual(["/", "/test/tools"]);
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
