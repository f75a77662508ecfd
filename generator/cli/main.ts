#!/usr/bin/env node
import { writeSync } from "node:fs";
import * as nodeModule from "node:module";
import { join } from "node:path";
import { packageRoot } from "../contract/package/package-root.js";
import { describeSystemError, getErrorCode } from "../base/problem/problem.js";
import { callProgram } from "./call-program.js";

/** The only code that knows the arguments, the environment and the streams of the process, and that sets its exit code. */
async function main(argv: readonly string[]): Promise<void> {
  try {
    process.exitCode = await callInProcess(argv);
  } catch (error) {
    const report = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(
      `mplus-codegen: This is a fault of mplus-codegen itself; please report it.\n${report}\n`,
    );
    process.exitCode = 2;
  }
}

async function callInProcess(argv: readonly string[]): Promise<number> {
  const { env: environment, stdout, stderr } = process;
  process.on("exit", reportUnfinished);
  try {
    return await callProgram(argv, { environment, stdout, stderr, onLoad: keepCompiledCode });
  } finally {
    process.off("exit", reportUnfinished);
  }
}

/**
 * In the package itself: whoever can write there can change the program anyway. Node's own choice is a folder that all
 * users of the machine share.
 */
const compiledFolder = join(packageRoot, "node_modules/.cache/mplus-codegen/compiled");

/** Has node keep what it compiles from here on, where it can (22.8 and later): the next start need not do it again. */
function keepCompiledCode(): void {
  const { enableCompileCache } = nodeModule as { enableCompileCache?: (folder: string) => unknown };
  // It throws nothing: where the folder cannot be written, nothing is kept.
  enableCompileCache?.(compiledFolder);
}

/** A config or a target of the user's can end the process, or wait for what never comes. */
function reportUnfinished(): void {
  writeSync(
    2,
    "mplus-codegen: The run ended before it was done: by a config or a target of yours, perhaps.\n",
  );
  process.exitCode = 2;
}

// A reader may stop before the end: `mplus-codegen diff 48.. | head`.
process.stdout.on("error", (error) => {
  if (getErrorCode(error) === "EPIPE" || process.exitCode === 2) return;
  writeSync(2, `mplus-codegen: Its output cannot be written: ${describeSystemError(error)}.\n`);
  process.exitCode = 2;
});

// Not awaited: from Node 22 on, a top-level await that never settles prints a warning of its own.
void main(process.argv.slice(2));
