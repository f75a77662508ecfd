import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { choosePackageManager, packageManagers } from "../../generator/init/package-managers.js";

const { dependencies } = JSON.parse(
  readFileSync(new URL("../tools/package.json", import.meta.url), "utf8"),
) as { readonly dependencies: Readonly<Record<string, string>> };

describe("the package managers", () => {
  it("are set up in the version that we test with", () => {
    const named = packageManagers.flatMap(({ setUp = "" }) => /(\S+)@([\d.]+)$/.exec(setUp)?.slice(1) ?? []);
    const { pnpm, "@yarnpkg/cli-dist": yarn } = dependencies;
    expect(named).toEqual(["pnpm", pnpm, "@yarnpkg/cli-dist", yarn]);
    expect(packageManagers.map(({ pin }) => pin)).toEqual([undefined, undefined, `yarn@${yarn}`]);
  });

  it.each([
    {
      name: "the one that was asked for",
      asked: "npm",
      field: "yarn@4.1.0",
      lockfile: "pnpm-lock.yaml",
      agent: "pnpm/12",
      want: "npm",
    },
    {
      name: "the one that package.json names",
      field: "yarn@4.1.0",
      lockfile: "pnpm-lock.yaml",
      agent: "npm/11",
      want: "yarn",
    },
    {
      name: "the one that left its lockfile",
      lockfile: "pnpm-lock.yaml",
      agent: "yarn/4.1.0 npm/?",
      want: "pnpm",
    },
    { name: "the one that started the program", agent: "yarn/4.1.0 npm/?", want: "yarn" },
    { name: "npm, where another one started it", agent: "bun/1.4.5", want: "npm" },
    { name: "npm, where nothing tells", want: "npm" },
  ])("are chosen among: $name", ({ asked, field, lockfile, agent, want }) => {
    const hasFile = (path: string): boolean => path === lockfile;
    expect(choosePackageManager({ asked, field, hasFile, userAgent: agent }).name).toBe(want);
  });
});
