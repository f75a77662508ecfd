import { stripStyles } from "../text/style.js";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generate } from "../generate.js";
import { loadSpec } from "../package/load-spec.js";
import { packageRoot, readTemplates } from "../package/package-files.js";
import { formatProblems } from "./report/problem-text.js";

/**
 * The first step of the build, run from the sources: writes the validators that the till judges with, for every release
 * there is, gated, so that the release is a parameter.
 */
async function writeContract(): Promise<void> {
  const spec = loadSpec();
  const generated = spec.ok ? await generate(spec.value, readTemplates(), everything) : spec;
  if (!generated.ok) {
    throw new Error(`The spec is broken.\n${stripStyles(formatProblems(generated.problems))}`);
  }
  const folder = join(packageRoot, "build/contract");
  rmSync(folder, { recursive: true, force: true });
  for (const { path, content } of generated.value.outputs.flatMap(({ files }) => files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

const everything = {
  targets: ["validators"],
  responses: "gated",
  importExtension: "js",
  crypto: "node",
} as const;

await writeContract();
