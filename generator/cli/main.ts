#!/usr/bin/env node
import { writeSync } from "node:fs";
import { describeSystemError, getErrorCode } from "../base/problem/problem.js";
import { run } from "./run.js";

/** The only code that knows the arguments, the environment and the streams of the process, and that sets its exit code. */
async function main(): Promise<void> {
  process.on("exit", reportUnfinished);
  try {
    const { argv, env: environment, stdout, stderr } = process;
    process.exitCode = await run(argv.slice(2), { environment, stdout, stderr });
  } catch (error) {
    const report = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(
      `mplus-codegen: This is a fault of mplus-codegen itself; please report it.\n${report}\n`,
    );
    process.exitCode = 2;
  } finally {
    process.off("exit", reportUnfinished);
  }
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
void main();
