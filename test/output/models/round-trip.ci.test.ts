import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runProgram } from "../../cli/running.js";
import { listTypedBodies, parseExactly } from "./bodies.js";
import { compilers, lackingFor, type Compiler } from "./compilers.js";
import { emitModels, inFolder } from "./output.js";

const bodies = listTypedBodies();

/** The models, the program that uses them, and what it reads. */
async function setUp({ language, file }: Compiler): Promise<ReadonlyMap<string, string>> {
  const models = await emitModels(language, "..");
  return new Map([
    ...models,
    [file, await readFile(join(import.meta.dirname, "programs", file), "utf8")],
    ["bodies.tsv", bodies.map(({ type, text }) => `${type}\t${text}\n`).join("")],
    ["sources.txt", [...models.keys(), file].filter((path) => path.endsWith(".java")).join("\n")],
  ]);
}

describe.each(compilers)("models in $language", (compiler) => {
  const missing = lackingFor(compiler);
  const skipped = missing.length > 0 ? ` (skipped: no ${missing.join(", ")} here)` : "";
  it.skipIf(missing.length > 0)(
    `compile without a warning, and bring every body of every example back as it was${skipped}`,
    async () => {
      await inFolder(await setUp(compiler), async (folder) => {
        expect(await runProgram(folder, compiler.compile)).toMatchObject({ code: 0, stderr: "" });
        const ran = await runProgram(folder, compiler.run);
        expect(ran).toMatchObject({ code: 0, stderr: "" });
        const back = ran.stdout.trim().split("\n");
        expect(back).toHaveLength(bodies.length);
        for (const [index, { type, text }] of bodies.entries())
          expect(parseExactly(back[index] ?? ""), type).toEqual(parseExactly(text));
      });
    },
  );
});
