import { toVisible } from "../../base/text/quote.js";
import { paint, stripStyles } from "../../base/text/style.js";
import { measureWidth } from "../../base/text/words.js";
import { showsColors, type Environment, type Progress, type Stream } from "./terminal.js";

/** A line that says what is under way; `end` erases it. */
export interface ProgressLine {
  readonly say: Progress;
  readonly end: () => void;
}

/** In milliseconds: who waits for less wants no news, and nobody reads faster than the second. */
const [firstDelay, minInterval] = [1000, 100];

/**
 * Shows what is under way on one line of a terminal, once that takes longer than a second; nowhere else. Not by a library of
 * spinners: they turn by a timer, and while a contract is read or code is printed no timer fires. So each phase is said before it
 * begins, and the timer is for what waits for a network.
 */
export function createProgress(stream: Stream, environment: Environment): ProgressLine {
  const { TERM: terminal, CI: ci = "" } = environment;
  if (!stream.isTTY || terminal === "dumb" || ci !== "")
    return { say: () => undefined, end: () => undefined };
  const hasColors = showsColors(true, environment);
  let next = Date.now() + firstDelay;
  let shown = "";
  let timer: NodeJS.Timeout | undefined;
  const show = (what: string): void => {
    const { columns = 0 } = stream;
    const line = paint("faint", truncate(toVisible(`${what} …`), (columns || 80) - 1));
    stream.write(`${eraseLine}${hasColors ? line : stripStyles(line)}`);
    shown = what;
    next = Date.now() + minInterval;
  };
  return {
    say: (what) => {
      clearTimeout(timer);
      const left = next - Date.now();
      if (left <= 0) show(what);
      else timer = setTimeout(() => show(what), left).unref();
    },
    end: () => {
      clearTimeout(timer);
      if (shown !== "") stream.write(eraseLine);
    },
  };
}

const eraseLine = "\r\u001b[K";

/** A line that the terminal would break could not be erased. */
const truncate = (text: string, columns: number): string =>
  text === "" || measureWidth(text) <= columns ? text : truncate(text.slice(0, -1), columns);
