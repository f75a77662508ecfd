import { join } from "node:path";
import { report, scaleAmount } from "../../workbench/amount.js";
import { collectFiles, emit, realSpec } from "../../workbench/emit.js";
import { writeFiles } from "../../workbench/folders.js";
import { runProgram, type Command, type Ended } from "../../workbench/run.js";
import { seed } from "../../workbench/seed.js";
import { writeVectors } from "../vectors.js";

const runner = join(import.meta.dirname, "run.php");

export interface PhpVectors {
  /** Runs all cases with a PHP; by default in the generated code. */
  readonly run: (php: Command, code?: string, env?: NodeJS.ProcessEnv) => Promise<Ended>;
  readonly noDifferences: Ended;
}

/** Writes test vectors and the target `php` to a folder. */
export async function writePhpVectors(home: string): Promise<PhpVectors> {
  const folder = join(home, "vectors");
  const { cases } = writeVectors(folder, { count: scaleAmount({ suite: 2000, full: 60_000 }), seed });
  report("test vectors in PHP", { cases });
  writeFiles(home, collectFiles(await emit(realSpec(), "..", { targets: ["php"] })));
  return {
    run: (php, code = join(home, "php"), env = {}) => runProgram(home, [...php, runner, code, folder], env),
    noDifferences: { code: 0, stdout: `${JSON.stringify({ cases, differences: 0 })}\n`, stderr: "" },
  };
}
