import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { choosePackageManager, packageManagers } from "../../generator/init/choices.js";

const { dependencies } = JSON.parse(
  readFileSync(new URL("../tools/package.json", import.meta.url), "utf8"),
) as { readonly dependencies: Readonly<Record<string, string>> };

describe("the package managers", () => {
  it("are set up in the version that we test with", () => {
    const named = packageManagers.flatMap(({ setUp = "" }) => /(\S+)@([\d.]+)$/.exec(setUp)?.slice(1) ?? []);
    const { pnpm, "@yarnpkg/cli-dist": yarn } = dependencies;
    expect(named).toEqual(["pnpm", pnpm, "@yarnpkg/cli-dist", yarn]);
    expect(packageManagers.map(({ pin }) => pin)).toEqual([undefined, undefined, `yarn@${yarn}`, undefined]);
  });

  const [field, lockfile, userAgent] = ["yarn@4.1.0", "pnpm-lock.yaml", "yarn/4.1.0 npm/?"];
  it.each([
    ["npm", "was asked for", { asked: "npm", field, lockfile, userAgent }],
    ["yarn", "package.json names", { field, lockfile, userAgent: "npm/11" }],
    ["pnpm", "left its lockfile", { lockfile, userAgent }],
    ["yarn", "started the program", { userAgent }],
    ["bun", "left its lockfile", { lockfile: "bun.lock", userAgent }],
    ["npm", "is left, where an unknown one started it", { userAgent: "bun/1.4.5" }],
    ["npm", "is left, where nothing tells", {}],
  ])("are chosen among: %s, which %s", (want, _, { asked, field, lockfile, userAgent }: Given) => {
    const hasFile = (path: string): boolean => path === lockfile;
    expect(choosePackageManager({ asked, field, hasFile, userAgent }).name).toBe(want);
  });
});

type Given = Partial<Record<"asked" | "field" | "lockfile" | "userAgent", string>>;
