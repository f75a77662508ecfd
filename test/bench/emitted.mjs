import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { root } from "./processes.mjs";
import { importSource } from "../workbench/sources.mjs";

const { loadSpec } = await importSource("contract/package/package-files.ts");
const { readTemplates } = await importSource("contract/package/package-files.ts");
const { generate } = await importSource("output/generate.ts");
const { buildModel } = await importSource("contract/model/build.ts");
const { createSnapshots } = await importSource("contract/lattice/snapshot.ts");
const { parseFleet } = await importSource("base/time/fleet.ts");
const { buildView } = await importSource("contract/view/build-view.ts");

export function viewOfSpec() {
  const model = buildModel(loadSpec().value);
  return buildView(createSnapshots(model), parseFleet({ minVersion: "48" }, model).value).value;
}

/** Creates a folder where modules find this repository's packages. It is removed when the process ends. */
export function makeHome() {
  mkdirSync(join(root, "node_modules/.cache"), { recursive: true });
  const home = mkdtempSync(join(root, "node_modules/.cache/bench-"));
  writeFileSync(join(home, "package.json"), '{"type":"module"}');
  process.on("exit", () => rmSync(home, { recursive: true, force: true }));
  return home;
}

export async function emit(folder, options) {
  const common = { minVersion: "48", responses: "safe", importExtension: "js", crypto: "node" };
  const generated = await generate(loadSpec().value, readTemplates(), { ...common, ...options });
  const compilerOptions = { target: "ES2022", module: "ESNext", verbatimModuleSyntax: true };
  for (const { path, content } of generated.value.outputs.flatMap(({ files }) => files)) {
    if (!/\.(?:ts|json)$/.test(path)) continue;
    const place = join(folder, path.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(place), { recursive: true });
    const isJson = path.endsWith(".json");
    writeFileSync(place, isJson ? content : ts.transpileModule(content, { compilerOptions }).outputText);
  }
}
