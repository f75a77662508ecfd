#!/usr/bin/env node
import { recallText } from "./fixed-texts.js";
import { keepObjectsPlain } from "./plain-objects.js";
import { noteEnding, recallEnding } from "./unchanged.js";
import type { Ending } from "./terminal.js";

/** The only code that reads argv, writes to the terminal and sets the exit code. */
async function main(argv: readonly string[]): Promise<void> {
  keepObjectsPlain();
  const recalled = recallText(argv) ?? recallEnding(argv);
  if (recalled) {
    print(recalled);
    return;
  }
  const { run } = await import("./run.js");
  const { ending, generated } = await run(argv);
  print(ending);
  const again = generated?.ending.again;
  if (!generated || !again) return;
  const { ownSpec } = await import("./package-files.js");
  const { args } = generated;
  const files = generated.ending.files ?? [];
  noteEnding(argv, { spec: args.spec ?? ownSpec, out: args.out, files }, again);
}

function print({ code, stdout, stderr }: Ending): void {
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = code;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const report = error instanceof Error ? (error.stack ?? error.message) : String(error);
  print({
    code: 2,
    stdout: "",
    stderr: `mplus-codegen: This is a fault of mplus-codegen itself; please report it.\n${report}\n`,
  });
}
