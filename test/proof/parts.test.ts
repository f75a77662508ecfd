import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
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
