import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadSpec } from "../../../generator/contract/package/package-files.js";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import type { MplusOptions } from "../../../generated/receiver/index.js";
import type { Target } from "../../conformance/targets/target.js";
import { need } from "../../laws/judges/interpreted.js";
import { adapters } from "../../workbench/adapters.js";
import { collectFiles, emit } from "../../workbench/emit.js";
import { importFrom, transpile, writeFiles } from "../../workbench/folders.js";

export interface Example {
  /** Every target with a receiver, generated for every release. */
  readonly targets: readonly Target[];
  readonly createShop: () => Pick<MplusOptions, "handlers">;
}

/** Folders beside `generated/` that import from it. */
const besides = ["test/conformance", "test/conformance/targets", "test/till/example"];
const ofConformance = ["wire.ts", "wire-message.ts"];

/**
 * Lists the TypeScript files of the example, of the conformance suite's targets, and of a `generated/` for all
 * targets and releases, gated. Paths are as in the repository, so that imports resolve.
 */
export async function listExampleFiles(): Promise<(readonly [path: string, text: string])[]> {
  const spec = need(loadSpec());
  const output = await emit(spec, "..", { targets: adapters, responses: "gated" });
  const emitted = [...collectFiles(output)].map(([path, text]) => [`generated/${path}`, text] as const);
  return [...emitted, ...besides.flatMap(readFolder)];
}

const readFolder = (folder: string) =>
  readdirSync(join(packageRoot, folder))
    .filter((name) => name.endsWith(".ts"))
    .filter((name) => folder !== "test/conformance" || ofConformance.includes(name))
    .map((name) => [`${folder}/${name}`, readFileSync(join(packageRoot, folder, name), "utf8")] as const);

/** Makes the example runnable in a folder of `makeRunFolder`, and imports it. */
export async function loadExample(folder: string): Promise<Example> {
  writeFiles(folder, transpile(await listExampleFiles()));
  const { targets } = await importFrom<Example>(folder, "test/conformance/targets/all.js");
  const { createShop } = await importFrom<Example>(folder, "test/till/example/shop.js");
  return { targets, createShop };
}
