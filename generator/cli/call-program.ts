import { stripStyles } from "../base/text/style.js";
import type { ExitCode, StreamTexts } from "./command-result.js";
import { recallEnding, rememberEnding } from "./settled-calls.js";
import { showsColors, type Environment, type Stream } from "./terminal/terminal.js";

/** What a shell gives to a program besides its arguments. Paths are seen from the working folder of the process. */
export interface Shell {
  readonly environment: Environment;
  readonly stdout: Stream;
  readonly stderr: Stream;
  /** Called before any library is loaded, where the call is no repetition. */
  readonly onLoad?: () => void;
}

/** Makes a call of the command line: prints, and returns the exit code. */
export async function callProgram(argv: readonly string[], shell: Shell): Promise<ExitCode> {
  const { environment, stdout, stderr, onLoad } = shell;
  const began = Date.now();
  const show = (stream: Stream, text: string): void => {
    const hasColors = showsColors(stream.isTTY ?? false, environment);
    stream.write(hasColors ? text : stripStyles(text));
  };
  const print = (texts: StreamTexts): void => {
    show(stdout, texts.stdout);
    show(stderr, texts.stderr);
  };
  const recalled = recallEnding(argv);
  if (recalled) {
    print(recalled);
    return recalled.code;
  }
  onLoad?.();
  const { run } = await import("./run.js");
  const { createProgress } = await import("./terminal/progress.js");
  const progress = createProgress(stderr, environment);
  const { columns = 0 } = stdout;
  const terminal = { columns: columns || undefined, progress: progress.say };
  const result = await run(argv, { environment, terminal }).finally(progress.end);
  print(result);
  if (result.settled) rememberEnding(argv, { ...result, settled: result.settled }, began);
  return result.goOn ? result.goOn(print) : result.code;
}
