import { cpSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { frozenSpec } from "../../workbench/real-spec.js";
import { main } from "../../workbench/command.js";
import { inProject } from "../../workbench/project.js";
import { signalGroup, startProgram, type Ended } from "../../workbench/run.js";

export interface WatchedProject {
  /** Resolves once the program has printed something new that matches. */
  readonly says: (pattern: RegExp) => Promise<string>;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  /** Writes a temporary file beside the path and renames it, as careful editors do. */
  readonly writeByRename: (path: string, text: string) => void;
  readonly interrupt: () => Promise<Ended>;
}

/** Runs a test with the program in a new project. Always removes both. */
export const withWatch = (
  args: readonly string[],
  files: Readonly<Record<string, string>>,
  use: (project: WatchedProject) => Promise<void>,
): Promise<void> =>
  inProject(async ({ folder, putAll }) => {
    cpSync(frozenSpec, join(folder, "spec"), { recursive: true });
    putAll(files);
    const program = startProgram(folder, [process.execPath, main, ...args, "--watch"]);
    let hasEnded = false;
    void program.ended.then(() => (hasEnded = true));
    const seen = { stdout: 0, stderr: 0 };
    const says = async (pattern: RegExp): Promise<string> => {
      for (;;) {
        for (const stream of ["stdout", "stderr"] as const) {
          const match = pattern.exec(program.printed()[stream].slice(seen[stream]));
          if (!match) continue;
          seen[stream] += match.index + match[0].length;
          return match[0];
        }
        if (hasEnded) throw new Error(`It ended: ${JSON.stringify(program.printed())}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    const path = (name: string): string => join(folder, name);
    try {
      await use({
        says,
        read: (name) => readFileSync(path(name), "utf8"),
        write: (name, text) => writeFileSync(path(name), text),
        writeByRename: (name, text) => {
          writeFileSync(path(`${name}.new~`), text);
          renameSync(path(`${name}.new~`), path(name));
        },
        interrupt: () => {
          signalGroup(program.child, "SIGINT");
          return program.ended;
        },
      });
    } finally {
      signalGroup(program.child, "SIGKILL");
      await program.ended;
    }
  });
