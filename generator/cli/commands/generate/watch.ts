import { once } from "node:events";
import { relative } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { report } from "../../../base/problem/catalogue.js";
import { describeSystemError, type Problem } from "../../../base/problem/problem.js";
import { toVisibleLine } from "../../../base/text/quote.js";
import { listWords } from "../../../base/text/words.js";

/** In milliseconds. An editor may write a file in several steps. */
const awaitWriteFinish = { stabilityThreshold: 50, pollInterval: 10 };

/** Watches files and folders until aborted. */
export function createWatcher(signal: AbortSignal, onError: (problem: Problem) => void) {
  const paths = new Set<string>();
  let watcher: FSWatcher | undefined;
  let isChanged = false;
  let wake = (): void => undefined;
  const onChange = (): void => {
    isChanged = true;
    wake();
  };
  signal.addEventListener("abort", onChange);
  return {
    paths,
    /** Resolves once later changes are noticed. */
    add: async (...added: readonly string[]): Promise<void> => {
      if (added.every((path) => paths.has(path))) return;
      for (const path of added) paths.add(path);
      await watcher?.close();
      watcher = watch([...paths], { ignoreInitial: true, awaitWriteFinish });
      watcher.on("all", onChange);
      watcher.on("error", (error) => onError(report("not-watched", { reason: describeSystemError(error) })));
      await once(watcher, "ready");
    },
    /** Returns at once if something changed since the last call. */
    waitForChange: async (): Promise<void> => {
      if (!isChanged) await new Promise<void>((resolve) => (wake = resolve));
      isChanged = false;
    },
    close: async (): Promise<void> => watcher?.close(),
  };
}

export const formatStart = (paths: ReadonlySet<string>): string =>
  `Watching ${listWords([...paths].map(toShownPath), "and")}. Press Ctrl-C to stop.\n`;

const toShownPath = (path: string): string => toVisibleLine(relative("", path) || ".");
