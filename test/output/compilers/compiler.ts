import { spawn, type ChildProcessByStdio } from "node:child_process";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { packageRoot } from "../../../generator/package/package-files.js";
import type { Compiler } from "./projects.js";
import { writeFiles } from "../../workbench/folders.js";

export interface Compilation {
  readonly compiler: Compiler;
  readonly options: object;
  /** The files to start from; what they import comes along. */
  readonly files: readonly string[];
}

let configs = 0;

/** What a compiler has to say on a project in a folder: nothing, if all is well. */
export function compileIn(home: string, { compiler, options, files }: Compilation): Promise<string> {
  configs += 1;
  const config = `tsconfig.${configs}.json`;
  writeFiles(home, [[config, JSON.stringify({ compilerOptions: options, files })]]);
  const tsc = join(packageRoot, "node_modules", compiler, "bin/tsc");
  return text(startNode(home, [tsc, "--pretty", "false", "-p", config]).stdout);
}

/** Starts node in a folder, with more in its environment. */
export const startNode = (
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcessByStdio<null, Readable, Readable> =>
  spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
