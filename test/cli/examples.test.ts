import { describe, expect, it } from "vitest";
import { commandNames, getCommand } from "../../generator/cli/options/commands.js";
import { parseArguments } from "../../generator/cli/options/parse.js";
import { receiver, secret } from "../doctor/servers/receiver.js";
import { http } from "../doctor/servers/serve.js";
import { inProject } from "./project.js";

/** The words of an example, as a shell reads them. */
const splitWords = (example: string): string[] =>
  [...example.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");

/** Those that change a checkout, or need scenarios. */
const others = new Set<string>(["release", "simulate"]);

describe("the example in the help of", { concurrent: true }, () => {
  it.each(commandNames)("%s is there, and a call", async (name) => {
    const { example } = getCommand(name);
    const help = await parseArguments([name, "--help"], "");
    expect(help.kind === "text" && help.text.replace(/\s+/g, " ")).toContain(`mplus-codegen ${example}`);
    expect(await parseArguments(splitWords(example), "")).toMatchObject({ kind: "call", call: { name } });
  });

  it.each(commandNames.filter((name) => !others.has(name)))("%s works", async (name) => {
    const { host, close } = await http(receiver())();
    const words = splitWords(getCommand(name).example).map((word) => word.replace("localhost:3000", host));
    const run = inProject(({ call }) => call(...words), { MPLUS_SECRET: secret });
    expect(await run.finally(close)).toMatchObject({ code: 0, stderr: "" });
  });
});
