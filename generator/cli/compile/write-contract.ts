import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stripStyles } from "../../base/text/style.js";
import { generate } from "../../output/generate.js";
import { loadSpec, readTemplates } from "../../contract/package/package-files.js";
import { formatProblems } from "../terminal/problem-text.js";

/**
 * The first step of the build: writes into a folder the validators that the till judges with, for
 * every release there is, gated, so that the release is a parameter. Where the spec is broken, it says what is wrong instead.
 */
export default async function writeContract(folder: string): Promise<string | undefined> {
  const spec = loadSpec();
  const generated = spec.ok ? await generate(spec.value, readTemplates(), validatorOptions) : spec;
  if (!generated.ok) return stripStyles(formatProblems(generated.problems));
  rmSync(folder, { recursive: true, force: true });
  for (const { path, content } of generated.value.outputs.flatMap(({ files }) => files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return undefined;
}

const validatorOptions = { target: ["validators"], responses: "gated" } as const;
