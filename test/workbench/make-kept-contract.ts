import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { GenerateOptions } from "../../generator/output/config.js";
import { generate } from "../../generator/output/generate.js";
import { loadSpec, packageRoot, readTemplates } from "../../generator/contract/package/package-files.js";
import { adapters } from "./adapters.js";
import { ownSpec } from "./kept-spec-location.js";

/** `kept-contract.ts` starts this program. */
const outputs: Readonly<Record<string, GenerateOptions>> = {
  generated: {
    target: [...adapters, "stores", "inbox", "fixtures", "zod"],
    minVersion: "48",
  },
};

async function make(): Promise<void> {
  const text = readFileSync(join(packageRoot, "test/fixtures/contract.json"), "utf8");
  for (const folder of ["spec", ...Object.keys(outputs)])
    rmSync(join(dirname(ownSpec), folder), { recursive: true, force: true });
  for (const [path, content] of Object.entries(JSON.parse(text) as Readonly<Record<string, string>>))
    put(join(ownSpec, path), content);
  for (const [folder, options] of Object.entries(outputs))
    for (const { path, content } of await emit(options)) put(join(dirname(ownSpec), folder, path), content);
}

async function emit(options: GenerateOptions) {
  const spec = loadSpec(ownSpec);
  const made = spec.ok ? await generate(spec.value, readTemplates(), options) : spec;
  if (made.ok) return made.value.outputs.flatMap(({ files }) => files);
  throw new Error(made.problems.map(({ message }) => message).join("\n"));
}

/** Writes atomically, because another run may read the file. */
function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}

await make();
