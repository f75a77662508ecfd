import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const readJson = (name: string) => JSON.parse(readFileSync(join(root, name), "utf8")) as unknown;

interface Locked {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
}

const { exports: exported } = readJson("package.json") as { exports: object };

const listTexts = (value: object): readonly string[] =>
  Object.values(value).flatMap((each: object | string) =>
    typeof each === "string" ? [each] : listTexts(each),
  );

/**
 * Limits of the package, without `spec/` (grows with the contract) and `templates/copied/` (grows with
 * frameworks). CONTRIBUTING.md allows 500 files and 4 MB. Lower these when something is removed.
 */
const maxPacked = { files: 252, bytes: 4_200_000 };

function listPacked(): readonly { readonly path: string; readonly size: number }[] {
  const call = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const packed = execFileSync("npm", call, { cwd: root, encoding: "utf8" });
  const [{ files = [] } = {}] = JSON.parse(packed) as { files?: { path: string; size: number }[] }[];
  return files;
}

const { packages } = readJson("package-lock.json") as { packages: Record<string, Locked> };
const runTime = Object.entries(packages).filter(
  ([path, { dev, devOptional }]) => path !== "" && dev !== true && devOptional !== true,
);

it("no package that a user installs runs a script, and each is locked to the byte", () => {
  expect(runTime.length).toBeGreaterThan(5);
  expect(runTime.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
  expect(runTime.filter(([, { integrity = "" }]) => !integrity.startsWith("sha512-"))).toEqual([]);
});

describe("the packed package", () => {
  const packed = listPacked();

  it("is small", () => {
    const files = packed.filter(({ path }) => !/^(?:spec|templates\/copied)\//.test(path));
    expect(files.length).toBeLessThanOrEqual(maxPacked.files);
    expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(maxPacked.bytes);
  });

  it("has the program, its data and its pages, and everything that package.json exports", () => {
    const roots = new Set(packed.map(({ path }) => path.split("/")[0]));
    const data = ["dist", "package.json", "spec", "templates"];
    const texts = ["CHANGELOG.md", "LICENSE", "README.md", "SECURITY.md", "action.yml", "annotate.mjs"];
    expect([...roots].sort()).toEqual([...data, ...texts].sort());
    // A new project chooses its own file names.
    const ours = packed.filter(({ path }) => !path.startsWith("templates/rendered/init/"));
    expect(ours.filter(({ path }) => /\.test\.|(^|\/)\.(?!md)/.test(path))).toEqual([]);
    const paths = packed.map(({ path }) => `./${path}`);
    const isPacked = (path: string) => {
      const [start = "", end] = path.split("*");
      return paths.some((each) =>
        end === undefined ? each === path : each.startsWith(start) && each.endsWith(end),
      );
    };
    expect(listTexts(exported).filter((path) => !isPacked(path))).toEqual([]);
  });
});
