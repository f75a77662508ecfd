import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { listFiles } from "../architecture/files.js";
import { packageRoot } from "../../generator/contract/package/package-root.js";

const table = "./parts.mjs";
const faultsFile = "./seeded-faults/faults.mjs";
const load = async () =>
  (await import(table)) as {
    readonly parts: Readonly<Record<string, readonly (readonly string[])[]>>;
    readonly folders: Readonly<Record<string, readonly string[]>>;
  };

const read = (path: string): string => readFileSync(join(packageRoot, path), "utf8");

it("each part of the proof runs each night, and before a release", async () => {
  const { jobs } = parse(read(".github/workflows/proof.yml")) as {
    readonly jobs: {
      readonly proof: { readonly strategy: { readonly matrix: { part: readonly string[] } } };
    };
  };
  expect(jobs.proof.strategy.matrix.part).toEqual(Object.keys((await load()).parts));
});

it("each folder of a part is there", async () => {
  const all = Object.values((await load()).folders).flat();
  expect(all.filter((path) => !existsSync(join(packageRoot, path)))).toEqual([]);
});

it("each test of the proof runs in one part", async () => {
  const full = Object.values((await load()).parts).flatMap((commands) =>
    commands.flatMap((command) => (command.includes("proof") ? [command.slice(5)] : [])),
  );
  const files = listFiles("test").filter((path) => /\.(?:ci|proof)\.test\.ts$/.test(path));
  const timesOf = (file: string) => full.filter((paths) => paths.some((path) => file.includes(path))).length;
  expect(files.filter((file) => timesOf(file) !== 1)).toEqual([]);
  expect(files.length).toBeGreaterThan(90);
});

it("CONTRIBUTING.md tells when each part is needed", async () => {
  const rows = [...read("CONTRIBUTING.md").matchAll(/^\| `(\w+)` +\|/gm)].map(([, part]) => part);
  expect(rows).toEqual(expect.arrayContaining(Object.keys((await load()).parts)));
});

it("each seeded fault changes a text that its file has once, and names a test that exists", async () => {
  const { allFaults } = (await import(faultsFile)) as {
    readonly allFaults: readonly { name: string; file: string; find: string; test: string }[];
  };
  // Those that `npm test` and `.ci/run` run.
  const paths = listFiles("test").filter((path) => /(?<!\.proof)\.test\.ts$/.test(path));
  const stale = allFaults.filter(
    ({ file, find, test }) => read(file).split(find).length !== 2 || !paths.includes(test),
  );
  expect(stale.map(({ name }) => name)).toEqual([]);
});
