import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type FSWatcher, watch as watchPaths } from "chokidar";
import { report } from "../../../base/problem/catalogue.js";
import { describeSystemError, type Outcome } from "../../../base/problem/problem.js";
import { printForTerminal } from "../../../pages/blocks/terminal.js";
import { toVisibleLine } from "../../../base/text/quote.js";
import { listWords } from "../../../base/text/words.js";
import { isInsideFolder, listAncestors } from "../../inputs/user-files.js";
import type { Print, StreamTexts } from "../../command-result.js";
import { formatProblems } from "../../terminal/problem-text.js";
import { formatActionCounts, hasChanges, reportSummary, type OutputSummary } from "./summary.js";

interface WatchOptions {
  /** Reads everything, and writes what is due. */
  readonly build: () => Promise<BuildResult>;
  readonly print: Print;
  /** Whether to print problems only. */
  readonly quiet: boolean;
  readonly signal: AbortSignal;
}

/**
 * When to check again although no change was reported, in milliseconds: watchers miss some. Chokidar drops what it
 * hears of a file within 50 ms of its last change, and a file that is made while it begins to watch the folder.
 */
const recheckDelay = 150;

/** When to check again while something is wrong: the repair may be in a file that nobody could name. In milliseconds. */
const repairCheckDelay = 1000;

/** For how long no other file may change until a burst of changes is over, in milliseconds. */
const debounceDelay = 10;

/**
 * Builds, and builds again whenever something that was read has changed, until it is aborted. While something is
 * wrong it says what, and nothing is written.
 */
export async function watch({ build, print, quiet, signal }: WatchOptions): Promise<void> {
  let [paths, since] = [new Set<string>(), performance.now()];
  let wake = (): void => undefined;
  signal.addEventListener("abort", () => wake());
  const wait = (limit?: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = limit === undefined ? undefined : setTimeout(() => wake(), limit);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const onChange = (path: string): void => {
    if (paths.size === 0) since = performance.now();
    paths.add(path);
    wake();
  };
  const onError = (error: unknown): void =>
    print({ stdout: "", stderr: formatProblems([toWatchProblem(error)]) });
  const files = watchFiles(onChange, onError);
  const isAborted = (): boolean => signal.aborted;
  try {
    for (let before: BuildResult | undefined; !isAborted();) {
      const change = { paths: [...paths], since: paths.size > 0 ? since : performance.now() };
      paths = new Set();
      const result = await build();
      const text = formatBuild(result, before, change);
      print({ stdout: quiet ? "" : text.stdout, stderr: text.stderr });
      const isReopened = await files.follow(result.inputs);
      // Said once it is true: an edit after that is named in its line.
      if (!before && !quiet) print({ stdout: formatStart(result.inputs), stderr: "" });
      const isSettled = !isReopened && change.paths.length === 0 && !hasWritten(result);
      before = result;
      if (paths.size === 0 && !isAborted())
        await wait(isSettled ? (result.outcome.ok ? undefined : repairCheckDelay) : recheckDelay);
      for (let count = 0; paths.size > count && !isAborted();) {
        count = paths.size;
        await sleep(debounceDelay);
      }
    }
  } finally {
    await files.close();
  }
}

const hasWritten = ({ outcome }: BuildResult): boolean => outcome.ok && outcome.value.some(hasChanges);

const toWatchProblem = (error: unknown) => report("not-watched", { reason: describeSystemError(error) });

/**
 * Watches files, and folders with all that is in them. Chokidar is given the nearest folder that is there above each, and ignores
 * what does not lead to it: so what is watched may be missing, go away and come back.
 */
function watchFiles(onChange: (path: string) => void, onError: (error: unknown) => void) {
  let opened: { readonly key: string; readonly watcher: FSWatcher } | undefined;
  return {
    /** Watches these, and no others; returns whether anything is watched anew, so that a change may have been missed. */
    follow: async (paths: readonly string[]): Promise<boolean> => {
      const wanted = paths.map((path) => resolve(path));
      const anchors = [
        ...new Set(wanted.map((path) => listAncestors(dirname(path)).find(existsSync) ?? path)),
      ];
      const key = JSON.stringify([wanted, anchors]);
      if (opened?.key === key) return false;
      await opened?.watcher.close();
      const isIgnored = (path: string): boolean =>
        !wanted.some((target) => isInsideFolder(path, target) || isInsideFolder(target, path));
      const watcher = watchPaths(anchors, { ignoreInitial: true, ignored: isIgnored });
      // Editors put files of their own beside those of the spec.
      const isRead = (path: string): boolean => path.endsWith(".json") || wanted.includes(path);
      watcher.on("all", (_event, path) => (isRead(path) ? onChange(path) : undefined)).on("error", onError);
      await new Promise<void>((ready) => watcher.once("ready", () => ready()));
      opened = { key, watcher };
      return true;
    },
    close: async (): Promise<void> => opened?.watcher.close(),
  };
}

/** The outcome of a build, and the files that it read. */
export interface BuildResult {
  /** One summary for each output folder. */
  readonly outcome: Outcome<readonly OutputSummary[]>;
  /** The files and folders that were read, and those that would have been if they were there. */
  readonly inputs: readonly string[];
}

/** What changed on disk since the last build. */
interface FileChange {
  /** Empty: no change was reported; it is only time to check again. */
  readonly paths: readonly string[];
  /** When the first of them was reported, by `performance.now()`. */
  readonly since: number;
}

/** What is watched, as far as it is there: a config may be added. */
function formatStart(inputs: readonly string[]): string {
  const there = inputs.filter((path) => existsSync(path)).map(toShownPath);
  const what = there.length > 0 ? listWords([...new Set(there)], "and") : "for a config";
  return `Watching ${what}. Ctrl-C ends it.\n`;
}

/** The outcome of a build, in one line for each folder that changed; a look that finds nothing new since the build before says nothing. */
function formatBuild(result: BuildResult, before: BuildResult | undefined, change: FileChange): StreamTexts {
  const stderr = formatBuildProblems(result);
  const hasNews = change.paths.length > 0 || !before || stderr !== formatBuildProblems(before);
  const { outcome } = result;
  if (!outcome.ok) {
    const line = before
      ? formatLine(change, [`${countProblems(outcome.problems.length)}; nothing was written`])
      : "";
    return hasNews ? { stdout: line, stderr } : { stdout: "", stderr: "" };
  }
  if (!before) return { stdout: printForTerminal(outcome.value.flatMap(reportSummary)), stderr };
  const isRepaired = !before.outcome.ok;
  const changed = outcome.value.filter(hasChanges);
  const isOne = outcome.value.length === 1;
  const parts = changed.map((summary) => formatChanges(summary, isOne));
  if (parts.length === 0 && (isRepaired || hasNews)) parts.push("nothing to do");
  const lines = parts.map((part) => formatLine(change, [...(isRepaired ? ["mended"] : []), part]));
  return { stdout: lines.join(""), stderr: hasNews ? stderr : "" };
}

const formatBuildProblems = ({ outcome }: BuildResult): string =>
  formatProblems(outcome.ok ? outcome.warnings : outcome.problems);

const countProblems = (count: number): string => (count === 1 ? "1 problem" : `${count} problems`);

/** `12:03:04  spec/events/scanCode.json: 3 files changed in types, validators (62 ms)`. */
function formatLine({ paths, since }: FileChange, parts: readonly string[]): string {
  const [first, ...others] = paths;
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  const what = first === undefined ? "" : `${toShownPath(first)}${more}: `;
  const time = new Date().toTimeString().slice(0, 8);
  return `${time}  ${what}${parts.join("; ")} (${Math.round(performance.now() - since)} ms)\n`;
}

/** `3 files changed in types, validators`. */
function formatChanges({ out, plan }: OutputSummary, isOne: boolean): string {
  const changed = plan.files.filter(({ action }) => action !== "unchanged");
  const targets = [...new Set(changed.map(({ target }) => target))].join(", ");
  // Only what the stamp says of the tool or the settings may be new.
  const what =
    changed.length > 0 ? `${formatActionCounts(changed, "file")} in ${targets}` : "only the stamp changed";
  return `${isOne ? "" : `${toVisibleLine(out)}/: `}${what}`;
}

/** A path as a user would type it. */
const toShownPath = (path: string): string => toVisibleLine(relative("", path) || ".");
