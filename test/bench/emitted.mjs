import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { importSource } from "../workbench/sources.mjs";

const { loadSpec, readTemplates } = await importSource("contract/package/package-files.ts");
const { generate } = await importSource("output/generate.ts");
const { buildModel } = await importSource("contract/model/build.ts");
const { createSnapshots } = await importSource("contract/lattice/snapshot.ts");
const { parseFleet } = await importSource("base/time/fleet.ts");
const { buildView } = await importSource("contract/view/build-view.ts");

export function viewOfSpec() {
  const model = buildModel(loadSpec().value);
  return buildView(createSnapshots(model), parseFleet({ minVersion: "48" }, model).value).value;
}

/** Generates targets for v48 into a folder, as JavaScript. */
export async function emit(folder, target) {
  const options = { target, minVersion: "48", responses: "safe", importExtension: "js", crypto: "node" };
  const generated = await generate(loadSpec().value, readTemplates(), options);
  const compilerOptions = { target: "ES2022", module: "ESNext", verbatimModuleSyntax: true };
  for (const { path, content } of generated.value.outputs.flatMap(({ files }) => files)) {
    if (!/\.(?:ts|json)$/.test(path)) continue;
    const place = join(folder, path.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(
      place,
      path.endsWith(".json") ? content : ts.transpileModule(content, { compilerOptions }).outputText,
    );
  }
}
