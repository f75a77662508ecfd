import type { Memo } from "../memo.js";
import type { Terminal } from "./terminal/terminal.js";

/** What a command has besides its arguments. Paths are seen from the working folder of the process. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly environment: NodeJS.ProcessEnv;
  /** What an earlier call in the same process has read and this one need not read again. */
  readonly memo: Memo;
}
