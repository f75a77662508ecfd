import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { defineTarget, generate, loadSpec } from "../../generator/index.js";
import { once } from "../../generator/base/once.js";
import type { OutputFile } from "../../generator/targets/target.js";

const desk = mkdtempSync(join(tmpdir(), "own-target-"));
afterAll(() => rmSync(desk, { recursive: true }));

const spec = once(() => loadSpec());

const own = (files: () => readonly OutputFile[]) =>
  defineTarget({ apiVersion: 1, name: "own", summary: "x", emit: files });

/** A file whose path changes after the first reads. */
function createShifty(reads: number): OutputFile {
  let count = 0;
  return {
    get path() {
      count += 1;
      return count > reads ? "../../evil" : "own/a";
    },
    content: "",
  };
}

it.each([0, 1, 2, 3, 4])("a path that changes after %d reads leads nowhere else", async (reads) => {
  const folder = join(desk, `${reads}/a/b`);
  const generated = generate(spec(), { target: [own(() => [createShifty(reads)])] });
  if (reads === 0) await expect(generated).rejects.toThrow("../../evil is not in own/");
  else await (await generated).write(folder);
  expect(readdirSync(desk, { recursive: true }).filter((name) => String(name).includes("evil"))).toEqual([]);
});

it("what is done to the files of a generation is not written", async () => {
  const generated = await generate(spec(), { target: [own(() => [{ path: "own/a", content: "" }])] });
  Object.assign(generated.files[0] ?? {}, { path: "../evil", content: "x" });
  const folder = join(desk, "changed");
  await generated.write(folder);
  expect(readdirSync(folder)).toEqual(["own", "stamp.json"]);
  expect(readdirSync(desk)).not.toContain("evil");
});
