#!/usr/bin/env node
import { keepCompiledCode } from "./cache/compile-cache.js";
import { recallText } from "./cache/fixed-texts.js";
import { recallEnding, rememberEnding } from "./cache/remembered-endings.js";
import { getErrorCode } from "../problem/system-error.js";
import type { Printed } from "./report/ending.js";
import { isPolluted, runInCleanRealm } from "./clean-realm.js";

/** The only code that reads argv, writes to the terminal and sets the exit code. */
async function main(argv: readonly string[]): Promise<void> {
  const recalled = recallText(argv) ?? recallEnding(argv);
  if (recalled) {
    print(recalled);
    return;
  }
  keepCompiledCode();
  const { run } = await import("./run.js");
  const ending = await run(argv);
  print(ending);
  if (ending.next) rememberEnding(argv, ending.next);
}

function print({ code, stdout, stderr }: Printed): void {
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = code;
}

// A reader may stop before the end: `mplus-codegen versions .. | head`.
process.stdout.on("error", (error) => {
  if (getErrorCode(error) !== "EPIPE") throw error;
});

try {
  const argv = process.argv.slice(2);
  if (isPolluted()) process.exitCode = await runInCleanRealm(import.meta.url, argv);
  else await main(argv);
} catch (error) {
  const report = error instanceof Error ? (error.stack ?? error.message) : String(error);
  print({
    code: 2,
    stdout: "",
    stderr: `mplus-codegen: This is a fault of mplus-codegen itself; please report it.\n${report}\n`,
  });
}
