import { describe, expect, it } from "vitest";
import { commandGroups, commandNames, getCommand } from "../../generator/cli/options/commands.js";
import { parseArguments } from "../../generator/cli/options/parse.js";
import { receiver, secret } from "../till/doctor/servers/receiver.js";
import { http } from "../till/doctor/servers/serve.js";
import { runCommand, splitWords } from "../workbench/command.js";
import { inProject } from "../workbench/project.js";

/** Commands that change a checkout, need other files, use a registry, take long, or run until interrupted. */
const others = new Set<string>([
  "release",
  "simulate",
  "explore",
  "drift",
  "validate",
  "inbox",
  "till",
  "listen",
  "replay",
]);

/** The stderr of commands whose stdout can be piped. */
const notes: Readonly<Record<string, RegExp>> = {
  mock: /^scanCode, as a shop running v[\d.]+ could send it \(--seed 1\).\n$/,
};

describe("the example in the help of", () => {
  it.each(commandNames)("%s is there, and a call", async (name) => {
    const { example } = getCommand(name);
    expect(await parseArguments([name, "--help"])).toContain(`\n  mplus-codegen ${example}\n`);
    expect(await parseArguments(splitWords(example))).toMatchObject({ name });
  });

  it.each(commandNames.filter((name) => !others.has(name)))("%s works", async (name) => {
    const { host, close } = await http(receiver())();
    const words = splitWords(getCommand(name).example).map((word) => word.replace("localhost:3000", host));
    const run = inProject(({ call }) => call(...words), { MPLUS_SECRET: secret });
    expect(await run.finally(close)).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(notes[name] ?? /^$/) as string,
    });
  });
});

it("help.txt has the help of all commands, so that a review shows what changes (vitest -u writes it)", async () => {
  const calls = ["--help", ...commandNames.map((name) => `${name} --help`)];
  const texts = await Promise.all(
    calls.map(async (line) => {
      const { stdout } = await runCommand(line.split(" "));
      return `$ mplus-codegen ${line}\n${stdout}`;
    }),
  );
  await expect(texts.join("\n")).toMatchFileSnapshot("help/help.txt");
  for (const line of texts.join("\n").split("\n")) expect(line.length).toBeLessThanOrEqual(80);
});

it("the help lists each command in one group", () => {
  expect(Object.values(commandGroups).flat()).toEqual(commandNames);
});
