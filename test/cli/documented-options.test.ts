import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { listWords } from "../../generator/base/text/words.js";
import { commandNames, getCommand } from "../../generator/cli/options/commands.js";
import { packageRoot } from "../../generator/contract/package/package-files.js";

const page = readFileSync(join(packageRoot, "docs/command.md"), "utf8");

it("docs/command.md names the commands that lack --json", () => {
  const lacking = commandNames.filter((name) => !getCommand(name).options.includes("json"));
  const names = lacking.map((name) => `\`${name}\``);
  expect(page).toContain(`Every command except ${listWords(names, "and")} supports \`--json\`.`);
});

it("docs/command.md lists every command", () => {
  const table = page.split("\n## ").find((section) => section.startsWith("Other commands")) ?? "";
  const listed = [...table.matchAll(/`([a-z]+)`(?=.*\|.*\|)/g)].map(([, name]) => name);
  expect([...new Set(listed)].sort()).toEqual(commandNames.filter((name) => name !== "generate").sort());
});

it("docs/command.md lists every option of generate", () => {
  const [table = ""] = page.split("\n## ");
  const listed = [...table.matchAll(/`--([a-z-]+)`(?=[^|]*\|[^|]*\|[^|]*\|)/g)].map(([, name]) => name);
  const options = getCommand("generate").options.map((name) =>
    name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  );
  expect([...new Set(listed)].sort()).toEqual(options.sort());
});
