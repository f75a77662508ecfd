import { expect } from "vitest";
import { runProgram } from "../../cli/running.js";

/** Somebody at a terminal, who stops at the first command that fails. */
export interface Terminal {
  /** Runs a script, as typed in a folder; resolves with what it printed. */
  readonly type: (cwd: string, script: string, env?: NodeJS.ProcessEnv) => Promise<string>;
  /** Counts a command that is typed in another window. */
  readonly count: (script: string) => void;
  /** How much was typed since it was opened. */
  readonly tell: () => string;
}

/** Opens a terminal whose shell sets this environment. */
export function openTerminal(env: NodeJS.ProcessEnv): Terminal {
  const opened = Date.now();
  let lines = 0;
  const count = (script: string): void => void (lines += script.trim().split("\n").length);
  return {
    type: async (cwd, script, more = {}) => {
      count(script);
      const command = ["bash", "-c", `set -e\n${script}`] as const;
      const { code, stdout, stderr } = await runProgram(cwd, command, { ...env, ...more });
      expect(code, `${script}\n${stdout}${stderr}`).toBe(0);
      return stdout;
    },
    count,
    tell: () => `${lines} commands, ${Math.round((Date.now() - opened) / 1000)} s`,
  };
}
