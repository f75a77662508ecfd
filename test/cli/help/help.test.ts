import { expect, it } from "vitest";
import { commandNames } from "../../../generator/cli/options/commands.js";
import { run } from "../../../generator/cli/run.js";

it("help.txt has the help of all commands, so that a review shows what changes (vitest -u writes it)", async () => {
  const calls = [["--help"], ...commandNames.map((name) => [name, "--help"])];
  const texts = await Promise.all(
    calls.map(async (argv) => `$ mplus-codegen ${argv.join(" ")}\n${(await run(argv)).stdout}`),
  );
  await expect(texts.join("\n")).toMatchFileSnapshot("help.txt");
});
