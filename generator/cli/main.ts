#!/usr/bin/env node
import { writeSync } from "node:fs";
import { describeSystemError, getErrorCode } from "../base/problem/problem.js";
import { readThrown } from "../base/problem/thrown.js";
import { run } from "./run.js";

/** Only this code reads the arguments, environment and streams of the process, and sets its exit code. */
async function main(): Promise<void> {
  process.on("exit", reportUnfinished);
  try {
    const { argv, env: environment, stdout, stderr } = process;
    process.exitCode = await run(argv.slice(2), { environment, stdout, stderr });
  } catch (error) {
    const { message, places } = readThrown(error);
    const report = [message, ...places.map((place) => `    ${place}`)].join("\n");
    process.stderr.write(`mplus-codegen: This is a bug in mplus-codegen. Please report it.\n${report}\n`);
    process.exitCode = 2;
  } finally {
    process.off("exit", reportUnfinished);
  }
}

/** A user's config or target can exit the process, or wait for something that never happens. */
function reportUnfinished(): void {
  writeSync(2, "mplus-codegen: The run ended early. A config or a custom target may have stopped it.\n");
  process.exitCode = 2;
}

// A reader may stop early: `mplus-codegen diff 48.. | head`.
process.stdout.on("error", (error) => {
  if (getErrorCode(error) === "EPIPE" || process.exitCode === 2) return;
  writeSync(2, `mplus-codegen: Cannot write the output: ${describeSystemError(error)}.\n`);
  process.exitCode = 2;
});

// Not awaited, because Node 22 and later print a warning for a top-level await that never settles.
void main();
