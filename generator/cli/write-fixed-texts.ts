import { writeFileSync } from "node:fs";
import { fixedTextsPath, toTextKey, type FixedTexts } from "./cache/fixed-texts.js";
import { commandNames } from "./options/commands.js";
import { run } from "./run.js";

/** The last step of the build: asks yargs once for the texts that never change. */
async function writeFixedTexts(): Promise<void> {
  const calls = [["--help"], ["--version"], ...commandNames.map((name) => [name, "--help"])];
  const texts = await Promise.all(
    calls.map(async (argv) => [toTextKey(argv), (await run(argv, { environment: {} })).stdout] as const),
  );
  const fixed: FixedTexts = Object.fromEntries(texts);
  writeFileSync(fixedTextsPath, `${JSON.stringify(fixed, null, 2)}\n`);
}

await writeFixedTexts();
