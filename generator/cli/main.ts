#!/usr/bin/env node
import { writeSync } from "node:fs";
import { keepCompiledCode } from "./cache/compile-cache.js";
import { recallText } from "./cache/fixed-texts.js";
import { recallEnding, rememberEnding } from "./cache/remembered-endings.js";
import { describeSystemError, getErrorCode } from "../problem/system-error.js";
import { stripStyles } from "../text/style.js";
import type { Printed, Texts } from "./report/ending.js";
import { isPolluted, runInCleanRealm } from "./clean-realm.js";
import { readColorMode, showsColors } from "./terminal/colors.js";

/** The only code that reads argv, writes to the terminal and sets the exit code. */
async function main(argv: readonly string[]): Promise<void> {
  const recalled = recallText(argv) ?? recallEnding(argv);
  if (recalled) {
    print(recalled, argv);
    return;
  }
  keepCompiledCode();
  const { run } = await import("./run.js");
  process.on("exit", reportUnfinished);
  const { createProgress } = await import("./terminal/progress.js");
  const mode = readColorMode(argv);
  const progress = createProgress({ stream: process.stderr, environment: process.env, mode });
  // A terminal that does not know how wide it is says 0.
  const { columns = 0 } = process.stdout as Partial<NodeJS.WriteStream>;
  const ending = await run(argv, { columns: columns || undefined, progress: progress.say }).finally(
    progress.end,
  );
  if (!ending.goOn) process.off("exit", reportUnfinished);
  print(ending, argv);
  if (ending.next) rememberEnding(argv, ending.next);
  if (ending.goOn) process.exitCode = await ending.goOn((texts) => printTexts(texts, argv));
  process.off("exit", reportUnfinished);
}

/** A config or a target of the user's can end the process, or wait for what never comes. */
function reportUnfinished(): void {
  writeSync(
    2,
    "mplus-codegen: The run ended before it was done: by a config or a target of yours, perhaps.\n",
  );
  process.exitCode = 2;
}

function print({ code, ...texts }: Printed, argv: readonly string[]): void {
  printTexts(texts, argv);
  process.exitCode = code;
}

function printTexts({ stdout, stderr }: Texts, argv: readonly string[]): void {
  const mode = readColorMode(argv);
  const write = (stream: NodeJS.WriteStream, text: string): void => {
    const hasColors = showsColors({ mode, isTerminal: stream.isTTY, environment: process.env });
    stream.write(hasColors ? text : stripStyles(text));
  };
  write(process.stdout, stdout);
  write(process.stderr, stderr);
}

// A reader may stop before the end: `mplus-codegen versions .. | head`.
process.stdout.on("error", (error) => {
  if (getErrorCode(error) === "EPIPE" || process.exitCode === 2) return;
  writeSync(2, `mplus-codegen: Its output cannot be written: ${describeSystemError(error)}.\n`);
  process.exitCode = 2;
});

async function runProgram(): Promise<void> {
  try {
    const argv = process.argv.slice(2);
    if (isPolluted()) process.exitCode = await runInCleanRealm(import.meta.url, argv);
    else await main(argv);
  } catch (error) {
    const report = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const stderr = `mplus-codegen: This is a fault of mplus-codegen itself; please report it.\n${report}\n`;
    print({ code: 2, stdout: "", stderr }, process.argv.slice(2));
  }
}

// Not awaited: from Node 22 on, a top-level await that never settles prints a warning of its own.
void runProgram();
