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
 * The first step of the build: writes into a folder the validators that the till judges with, for every release there is, gated, so
 * that the release is a parameter; and what requests may have, by which it tells the release of a shop. Where the spec is broken, it
 * says what is wrong instead.
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

/** The table by which the receiver reads requests. */
const writeKnown = (view: View, snapshots: Snapshots): string =>
  `import type { KnownRequests } from "./receiver/evidence.js";\n\nexport const known: KnownRequests = ${toLiteral(listKnown(view, snapshots)).text};\n`;
