import { writeFileSync } from "node:fs";
import { callKey, fixedTextsPath, type FixedTexts } from "./fixed-texts.js";
import { run } from "./run.js";
import { commandNames } from "./unknown-words.js";

/** The last step of the build: asks yargs once for what never changes. */
async function writeFixedTexts(): Promise<void> {
  const calls = [["--help"], ["--version"], ...commandNames.map((name) => [name, "--help"])];
  const texts = await Promise.all(
    calls.map(async (argv) => [callKey(argv), (await run(argv)).ending.stdout] as const),
  );
  const fixed: FixedTexts = Object.fromEntries(texts);
  writeFileSync(fixedTextsPath, `${JSON.stringify(fixed, null, 2)}\n`);
}

await writeFixedTexts();
