import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { listFiles } from "../architecture/files.js";
import { packageRoot } from "../../generator/contract/package/package-root.js";

/** The table of parts is a script without types. */
const table = "./parts.mjs";
const load = async () =>
  (await import(table)) as {
    readonly parts: Readonly<Record<string, unknown>>;
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

it("CONTRIBUTING.md tells when each part is needed", async () => {
  const rows = [...read("CONTRIBUTING.md").matchAll(/^\| `(\w+)` +\|/gm)].map(([, part]) => part);
  expect(rows).toEqual(expect.arrayContaining(Object.keys((await load()).parts)));
});

it("each seeded fault changes a line that its file has once, and names tests that exist", () => {
  const faults = read("test/proof/seeded-faults/faults.txt").split(/^# /m).slice(1);
  const stale = faults.filter((fault) => {
    const [, file = "", line = "", , tests = ""] = fault.split("\n");
    const isThere = (path: string): boolean =>
      listFiles("test").some((each) => each.startsWith(path.replace(/\/$/, "")));
    return read(file).split(line.slice(2)).length !== 2 || !tests.slice(2).split(" ").every(isThere);
  });
  expect(stale).toEqual([]);
});
