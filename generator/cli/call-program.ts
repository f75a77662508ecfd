import { createMemo, type Memo } from "../memo.js";
import { stripStyles } from "../text/style.js";
import { recallEnding, rememberEnding } from "./cache/settled-calls.js";
import type { ExitCode, Texts } from "./report/ending.js";
import { readColorMode, showsColors } from "./terminal/colors.js";
import type { Stream } from "./terminal/terminal.js";

/** What a shell gives to a program besides its arguments. Paths are seen from the working folder of the process. */
export interface Shell {
  readonly environment: NodeJS.ProcessEnv;
  readonly stdout: Stream;
  readonly stderr: Stream;
  /** See `Surroundings`. */
  readonly memo?: Memo;
  /** Called before any library is loaded, where the call is no repetition. */
  readonly onLoad?: () => void;
}

/** Makes a call of the command line: prints, and returns the exit code. */
export async function callProgram(argv: readonly string[], shell: Shell): Promise<ExitCode> {
  const { environment, stdout, stderr, memo = createMemo(), onLoad } = shell;
  const began = Date.now();
  const mode = readColorMode(argv);
  const show = (stream: Stream, text: string): void => {
    const hasColors = showsColors({ mode, isTerminal: stream.isTTY ?? false, environment });
    stream.write(hasColors ? text : stripStyles(text));
  };
  const print = (texts: Texts): void => {
    show(stdout, texts.stdout);
    show(stderr, texts.stderr);
  };
  const recalled = recallEnding(argv, memo);
  if (recalled) {
    print(recalled);
    return recalled.code;
  }
  onLoad?.();
  const { run } = await import("./run.js");
  const { createProgress } = await import("./terminal/progress.js");
  const progress = createProgress({ stream: stderr, environment, mode });
  const { columns = 0 } = stdout;
  const terminal = { columns: columns || undefined, progress: progress.say };
  const ending = await run(argv, { environment, memo, terminal }).finally(progress.end);
  print(ending);
  if (ending.settled) rememberEnding(argv, { ...ending, settled: ending.settled }, { began, memo });
  return ending.goOn ? ending.goOn(print) : ending.code;
}
