import { expect, it } from "vitest";
import { commandNames } from "../../../generator/cli/options/commands.js";
import { runCommand } from "../../workbench/command.js";

it("help.txt has the help of all commands, so that a review shows what changes (vitest -u writes it)", async () => {
  const calls = [["--help"], ...commandNames.map((name) => [name, "--help"])];
  const styled = { environment: { FORCE_COLOR: "1" } };
  const texts = await Promise.all(
    calls.map(
      async (argv) => `$ mplus-codegen ${argv.join(" ")}\n${(await runCommand(argv, styled)).stdout}`,
    ),
  );
  await expect(texts.join("\n")).toMatchFileSnapshot("help.txt");
});
