import { expect, it } from "vitest";
import { inFolder } from "../../workbench/folders.js";
import { noTools, toolPath, withReason } from "../../workbench/tools.js";
import { writePhpVectors } from "./php-vectors.js";

/** Builds of PHP for Node. They have no sockets, so only the interpreter is tested. */
it.skipIf(noTools).each(["8.3", "8.4"])(withReason("the interpreter does the same in PHP %s"), (version) =>
  inFolder([], async (home) => {
    const { run, noDifferences } = await writePhpVectors(home);
    const php = [process.execPath, toolPath("@php-wasm/cli/main.js"), "-d", "memory_limit=-1"] as const;
    const ended = await run(php, undefined, { PHP: version });
    // Node warns of experiments.
    expect({ ...ended, stderr: "" }).toEqual(noDifferences);
  }),
);
