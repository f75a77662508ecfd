import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packageRoot } from "../../generator/contract/package/package-root.js";
import { runProgram } from "../workbench/run.js";
import { makeProjectFolder, removeFolder } from "../workbench/folders.js";

let root = "";
beforeAll(() => {
  root = makeProjectFolder();
  for (const name of ["dist", "spec", "templates", "package.json"])
    cpSync(join(packageRoot, name), join(root, name), { recursive: true });
});
afterAll(() => removeFolder(root));

const call = async (...args: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await runProgram(root, [process.execPath, "dist/main.js", ...args]);
  expect(code, stderr).toBe(0);
  return stdout;
};

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(root, path), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(root, path), text.replace(from, to));
}

/** The spec that the build has linted. */
const findLinted = (): string => {
  const [folder = ""] = readdirSync(join(root, "dist")).filter((name) => name.startsWith("spec-"));
  return join(root, "dist", folder, "linted");
};

/** Changes it, so that tests see which spec is used. */
function editLinted(): void {
  const path = findLinted();
  const linted = deserialize(brotliDecompressSync(readFileSync(path))) as {
    value: { beyond: { from: number; to: number } };
  };
  linted.value.beyond.to = linted.value.beyond.from;
  writeFileSync(path, brotliCompressSync(serialize(linted)));
}

it("the linted spec of the build is used until the spec is edited", async () => {
  const asBuilt = await call("--version");
  const newest = /"to": "(\d+)"/.exec(readFileSync(join(root, "spec/sources.json"), "utf8"))?.[1] ?? "";
  expect(asBuilt).toContain(`v${newest} `);
  editLinted();
  const linted = await call("--version");
  expect(linted).not.toBe(asBuilt);
  edit("spec/sources.json", `"to": "${newest}"`, '"to": "777"');
  expect(await call("--version")).toBe(asBuilt.replace(`v${newest} `, "v777 "));
  // Rewrite the file with the same text.
  edit("spec/sources.json", '"to": "777"', `"to": "${newest}"`);
  expect(await call("--version")).toBe(linted);
});

it("a linted spec that this Node cannot read is made again", async () => {
  const whole = await call("simulate");
  writeFileSync(findLinted(), brotliCompressSync(Buffer.from([0xff, 0x7f, 0])));
  expect(await call("simulate")).toBe(whole);
});

it("an edit of a template shows at once", async () => {
  edit("templates/copied/express/index.hbs", "\n", "\n// An edit.\n");
  await call("--target", "express", "--out", "out");
  expect(readFileSync(join(root, "out/express/index.ts"), "utf8")).toContain("// An edit.");
});
