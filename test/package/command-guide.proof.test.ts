import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { missingShells } from "../cli/completion/shells.js";
import { missingPrograms, runProgram } from "../cli/running.js";
import { removeFolder } from "../workbench/folders.js";
import { linkProgram } from "./link-packages.js";

const root = join(import.meta.dirname, "../..");
const guide = readFileSync(join(root, "docs/command.md"), "utf8");

/** The blocks of the guide that a reader runs, and what is shown to come of the first ones. */
const blocks = [...guide.matchAll(/^```(bash|zsh|fish|text)\n(.*?)^```$/gms)].map(
  ([, language = "", text = ""]) => ({ language, text }),
);

/** Runs commands as a user who has the program installed, with a home of their own. */
async function inHome(use: (run: (shell: string, ...words: string[]) => Promise<string>) => Promise<void>) {
  const home = mkdtempSync(join(tmpdir(), "mplus-home-"));
  const env = { HOME: home, PATH: `${home}:${process.env["PATH"] ?? ""}` };
  linkProgram(home);
  try {
    await use(async (shell, ...words) => {
      const { code, stdout, stderr } = await runProgram(home, [shell, ...words], { ...env, TERM: "dumb" });
      expect(code, `${words.join(" ")}\n${stderr}`).toBe(0);
      return stdout;
    });
  } finally {
    removeFolder(home);
  }
}

const noPrograms = process.env["CI"] === undefined ? missingPrograms("bash", "jq") : [];

it.skipIf(noPrograms.length > 0)("docs/command.md shows what its calls print", async () => {
  await inHome(async (run) => {
    const shown = blocks.flatMap(({ language, text }, index) =>
      language === "text" ? [{ call: blocks[index - 1]?.text ?? "", text }] : [],
    );
    expect(shown.length).toBeGreaterThan(1);
    for (const { call, text } of shown) expect(await run("bash", "-c", call)).toBe(text);
  });
});

/** What a shell that was just started says of the completion that it knows. */
const asked = {
  bash: { words: ["-ic", "complete -p mplus-codegen"], want: "complete -F _mplus_codegen mplus-codegen\n" },
  zsh: { words: ["-ic", "print -r -- $_comps[mplus-codegen]"], want: "_mplus-codegen\n" },
  fish: { words: ["-c", "complete -C 'mplus-codegen --respo' | cut -f 1"], want: "--responses\n" },
} as const;

describe.each(["bash", "zsh", "fish"] as const)("docs/command.md", (shell) => {
  it.skipIf(missingShells.includes(shell))(`puts completion where ${shell} finds it`, async () => {
    await inHome(async (run) => {
      const [install] = blocks.filter(
        ({ language, text }) => language === shell && text.includes(`completion ${shell}`),
      );
      await run(shell, "-c", install?.text ?? "exit 1");
      expect(await run(shell, ...asked[shell].words)).toBe(asked[shell].want);
    });
  });
});
