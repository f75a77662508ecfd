import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { importSource } from "../workbench/sources.mjs";
import { root } from "./processes.mjs";

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

/** Generates targets for v48, or as options say, into a folder, as JavaScript. */
export async function emit(folder, target, { minVersion = "48", responses = "safe" } = {}) {
  const options = { target, minVersion, responses, importExtension: "js", crypto: "node" };
  const generated = await generate(loadSpec().value, readTemplates(), options);
  for (const { path, content } of generated.value.outputs.flatMap(({ files }) => files))
    if (/\.(?:ts|json)$/.test(path)) writeModule(join(folder, path), content);
}

/** Writes the example shop of the tests, and the receiver that it uses, as JavaScript. */
export async function emitShop(home) {
  const example = "test/till/example";
  await emit(join(home, "generated"), ["node"], { minVersion: undefined, responses: "gated" });
  for (const name of readdirSync(join(root, example)).filter((each) => each.endsWith(".ts")))
    writeModule(join(home, example, name), readFileSync(join(root, example, name), "utf8"));
}

const compilerOptions = { target: "ES2022", module: "ESNext", verbatimModuleSyntax: true };

function writeModule(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  if (path.endsWith(".json")) writeFileSync(path, content);
  else
    writeFileSync(path.replace(/\.ts$/, ".js"), ts.transpileModule(content, { compilerOptions }).outputText);
}
