import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { toLiteral } from "../../base/text/code.js";
import { stripStyles } from "../../base/text/style.js";
import { createSnapshots, type Snapshots } from "../../contract/lattice/snapshot.js";
import { buildModel } from "../../contract/model/build.js";
import type { View } from "../../contract/view/view.js";
import { generate } from "../../output/generate.js";
import { loadSpec, readTemplates } from "../../contract/package/package-files.js";
import { listKnown } from "../../targets/receiver/receiver.js";
import { formatProblems } from "../terminal/problem-text.js";

/**
 * The first step of the build. Writes the validators for the till, with the release as a parameter, and the table
 * of known request parts that reveals a shop's release. Returns the problems if the spec is invalid.
 */
export default async function writeContract(folder: string, spec = loadSpec()): Promise<string | undefined> {
  if (!spec.ok) return stripStyles(formatProblems(spec.problems));
  const generated = await generate(spec.value, readTemplates(), receiverOptions);
  if (!generated.ok) return stripStyles(formatProblems(generated.problems));
  rmSync(folder, { recursive: true, force: true });
  for (const { path, content } of generated.value.outputs.flatMap(({ files }) => files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  writeFileSync(
    join(folder, "known.ts"),
    writeKnown(generated.value.view, createSnapshots(buildModel(spec.value))),
  );
  return undefined;
}

const receiverOptions = { target: ["receiver"], responses: "gated" } as const;

const writeKnown = (view: View, snapshots: Snapshots): string =>
  `import type { KnownRequests } from "./receiver/evidence.js";\n\nexport const known: KnownRequests = ${toLiteral(listKnown(view, snapshots)).text};\n`;
