import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
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
const maxPacked = { files: 223, bytes: 4_050_000 };

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

describe("SECURITY.md", () => {
  it("names tests that there are", () => {
    const named = readFileSync(join(root, "SECURITY.md"), "utf8").match(/`test\/[^`]+`/g) ?? [];
    expect(named.length).toBeGreaterThan(30);
    expect(named.map((each) => each.slice(1, -1)).filter((path) => !existsSync(join(root, path)))).toEqual(
      [],
    );
  });
});

describe("what a user installs", () => {
  it("runs nothing while it is installed", () => {
    expect(runTime.length).toBeGreaterThan(5);
    expect(runTime.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
  });

  it("is locked to the byte", () => {
    expect(runTime.filter(([, { integrity = "" }]) => !integrity.startsWith("sha512-"))).toEqual([]);
  });

  it("is small", () => {
    const files = listPacked().filter(({ path }) => !/^(?:spec|templates\/copied)\//.test(path));
    expect(files.length).toBeLessThanOrEqual(maxPacked.files);
    expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(maxPacked.bytes);
  });

  it("is the program, its data, and the texts about it", () => {
    const files = listPacked();
    const roots = new Set(files.map(({ path }) => path.split("/")[0]));
    const data = ["dist", "package.json", "spec", "templates"];
    const texts = ["CHANGELOG.md", "LICENSE", "README.md", "SECURITY.md", "action.yml", "annotate.mjs"];
    expect([...roots].sort()).toEqual([...data, ...texts].sort());
    // A new project chooses its own file names.
    const ours = files.filter(({ path }) => !path.startsWith("templates/rendered/init/"));
    expect(ours.filter(({ path }) => /\.test\.|(^|\/)\.(?!md)/.test(path))).toEqual([]);
    const paths = files.map(({ path }) => `./${path}`);
    const isThere = (path: string) => {
      const [start = "", end = ""] = path.split("*");
      return paths.some(
        (each) => each === path || (path.includes("*") && each.startsWith(start) && each.endsWith(end)),
      );
    };
    expect(listTexts(exported).filter((path) => !isThere(path))).toEqual([]);
  });
});
