import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { isNothingSkipped } from "../../workbench/tools.js";
import { missingPrograms } from "../running.js";

export type ShellName = "bash" | "zsh" | "fish";

/** The shells that this machine lacks. On a build server none is skipped: there it fails. */
export const missingShells: readonly string[] = isNothingSkipped
  ? []
  : missingPrograms("bash", "zsh", "fish");

/**
 * What a shell that has read a script offers for the last word of each line, sorted. Bash and zsh are asked as in a terminal: a
 * key puts all that there is into the line, and the line is run, so that it is the shell that says what its words are.
 * Fish tells a program.
 */
export function complete(
  shell: ShellName,
  script: string,
  lines: readonly string[],
  folder: string,
): string[][] {
  const told = askers[shell](script, lines, folder);
  return lines.map((line, index) => {
    const typed = line.split(" ");
    const last = typed.pop() ?? "";
    const offers = (told[index] ?? []).slice(shell === "fish" ? 0 : typed.length);
    // A word that nothing completes stays as it was typed.
    return offers
      .filter((offer) => offer !== last)
      .map((offer) => offer.replace(/^--[a-z-]+=/, "").replace(/\/$/, ""))
      .filter((offer) => offer !== "")
      .sort();
  });
}

type Asker = (script: string, lines: readonly string[], folder: string) => string[][];

/** The program that is completed: it tells what it is called with. */
const program = String.raw`mplus-codegen() { printf '\001'; printf '%s\002' "$@"; printf '\003'; }`;

const askBash: Asker = (script, lines, folder) => {
  const readAll = "\u001b*";
  const typed = [
    "PS1= PS2=",
    program,
    `source ${quote(script)}`,
    ...lines.map((line) => `mplus-codegen ${line}${readAll}`),
  ];
  return readTold(start(["bash", "--norc", "--noprofile", "-i"], folder, `${typed.join("\n")}\n`));
};

const askZsh: Asker = (script, lines, folder) =>
  readTold(start(["zsh", "-f", join(import.meta.dirname, "ask.zsh"), script, program, ...lines], folder));

const askFish: Asker = (script, lines, folder) => {
  const ask = String.raw`source $argv[1]; for line in $argv[2..]; printf '\001'; complete -C "mplus-codegen $line" | string replace -r '\t.*' '' | string join \2; printf '\003'; end`;
  return readTold(start(["fish", "--no-config", "-c", ask, script, ...lines], folder));
};

const askers: Readonly<Record<ShellName, Asker>> = { bash: askBash, zsh: askZsh, fish: askFish };

function start([command = "", ...args]: readonly string[], cwd: string, input = ""): string {
  const env = { PATH: process.env["PATH"], HOME: cwd, TERM: "dumb", LC_ALL: "C.UTF-8" };
  const { stdout, error } = spawnSync(command, args, { cwd, env, input, encoding: "utf8" });
  if (error) throw error;
  return stdout;
}

/** The words of each call. */
const readTold = (printed: string): string[][] =>
  [...printed.matchAll(/\u0001([^\u0003]*)\u0003/g)].map(([, words = ""]) =>
    words
      .replace(/\n$/, "")
      .split("\u0002")
      .filter((word) => word !== ""),
  );

const quote = (path: string): string => `'${path.replaceAll("'", String.raw`'\''`)}'`;
