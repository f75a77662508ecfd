import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type FSWatcher, watch as watchPaths } from "chokidar";
import { report } from "../../../base/problem/catalogue.js";
import { describeSystemError, type Outcome } from "../../../base/problem/problem.js";
import { printForTerminal } from "../../../pages/blocks/terminal.js";
import { toVisibleLine } from "../../../base/text/quote.js";
import { listWords } from "../../../base/text/words.js";
import { isWithin, listUp } from "../../inputs/user-files.js";
import type { Print, Texts } from "../../command-result.js";
import { formatProblems } from "../../terminal/problem-text.js";
import { formatCounts, isDue, reportSummary, type Summary } from "./summary.js";

/** What watching needs. */
interface Watching {
  /** Reads everything, and writes what is due. */
  readonly build: () => Promise<Round>;
  readonly print: Print;
  /** Whether to print problems only. */
  readonly quiet: boolean;
  readonly signal: AbortSignal;
}

/**
 * When to look again although nobody told of a change, in milliseconds: watchers miss some. Chokidar drops what it
 * hears of a file within 50 ms of its last change, and a file that is made while it begins to watch the folder.
 */
const lookAgain = 150;

/** When to look again while something is wrong: what mends it may be in a file that nobody could name. In milliseconds. */
const lookForMend = 1000;

/** For how long no other file may change until a burst of changes is over, in milliseconds. */
const quietTime = 10;

/**
 * Builds, and builds again whenever something that was read has changed, until it is told to stop. While something is
 * wrong it says what, and nothing is written.
 */
export async function watch({ build, print, quiet, signal }: Watching): Promise<void> {
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
    print({ stdout: "", stderr: formatProblems([reportUnwatched(error)]) });
  const files = watchFiles(onChange, onError);
  const isOver = (): boolean => signal.aborted;
  try {
    for (let before: Round | undefined; !isOver();) {
      const change = { paths: [...paths], since: paths.size > 0 ? since : performance.now() };
      paths = new Set();
      const round = await build();
      const text = formatRound(round, before, change);
      print({ stdout: quiet ? "" : text.stdout, stderr: text.stderr });
      const isReopened = await files.follow(round.inputs);
      // Said once it is true: an edit after that is named in its line.
      if (!before && !quiet) print({ stdout: formatStart(round.inputs), stderr: "" });
      const isSettled = !isReopened && change.paths.length === 0 && !hasWritten(round);
      before = round;
      if (paths.size === 0 && !isOver())
        await wait(isSettled ? (round.outcome.ok ? undefined : lookForMend) : lookAgain);
      for (let count = 0; paths.size > count && !isOver();) {
        count = paths.size;
        await sleep(quietTime);
      }
    }
  } finally {
    await files.close();
  }
}

const hasWritten = ({ outcome }: Round): boolean => outcome.ok && outcome.value.some(isDue);

const reportUnwatched = (error: unknown) => report("not-watched", { reason: describeSystemError(error) });

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
      const anchors = [...new Set(wanted.map((path) => listUp(dirname(path)).find(existsSync) ?? path))];
      const key = JSON.stringify([wanted, anchors]);
      if (opened?.key === key) return false;
      await opened?.watcher.close();
      const isAside = (path: string): boolean =>
        !wanted.some((target) => isWithin(path, target) || isWithin(target, path));
      const watcher = watchPaths(anchors, { ignoreInitial: true, ignored: isAside });
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

/** What a build came to, and what it was made of. */
export interface Round {
  /** One summary for each output folder. */
  readonly outcome: Outcome<readonly Summary[]>;
  /** The files and folders that were read, and those that would have been if they were there. */
  readonly inputs: readonly string[];
}

/** What changed on disk since the last build. */
interface Change {
  /** None: nobody told of any; it is only time to look again. */
  readonly paths: readonly string[];
  /** When the first of them was told, by `performance.now()`. */
  readonly since: number;
}

/** What is watched, as far as it is there: a config may be added. */
function formatStart(inputs: readonly string[]): string {
  const there = inputs.filter((path) => existsSync(path)).map(toShownPath);
  const what = there.length > 0 ? listWords([...new Set(there)], "and") : "for a config";
  return `Watching ${what}. Ctrl-C ends it.\n`;
}

/** What a build came to, in one line for each folder that changed; a look that finds nothing new since the build before says nothing. */
function formatRound(round: Round, before: Round | undefined, change: Change): Texts {
  const stderr = formatComplaints(round);
  const isNews = change.paths.length > 0 || !before || stderr !== formatComplaints(before);
  const { outcome } = round;
  if (!outcome.ok) {
    const line = before
      ? formatLine(change, [`${countProblems(outcome.problems.length)}; nothing was written`])
      : "";
    return isNews ? { stdout: line, stderr } : { stdout: "", stderr: "" };
  }
  if (!before) return { stdout: printForTerminal(outcome.value.flatMap(reportSummary)), stderr };
  const isMended = !before.outcome.ok;
  const changed = outcome.value.filter(isDue);
  const isOne = outcome.value.length === 1;
  const parts = changed.map((summary) => formatChanges(summary, isOne));
  if (parts.length === 0 && (isMended || isNews)) parts.push("nothing to do");
  const lines = parts.map((part) => formatLine(change, [...(isMended ? ["mended"] : []), part]));
  return { stdout: lines.join(""), stderr: isNews ? stderr : "" };
}

const formatComplaints = ({ outcome }: Round): string =>
  formatProblems(outcome.ok ? outcome.warnings : outcome.problems);

const countProblems = (count: number): string => (count === 1 ? "1 problem" : `${count} problems`);

/** `12:03:04  spec/events/scanCode.json: 3 files changed in types, validators (62 ms)`. */
function formatLine({ paths, since }: Change, parts: readonly string[]): string {
  const [first, ...others] = paths;
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  const what = first === undefined ? "" : `${toShownPath(first)}${more}: `;
  const time = new Date().toTimeString().slice(0, 8);
  return `${time}  ${what}${parts.join("; ")} (${Math.round(performance.now() - since)} ms)\n`;
}

/** `3 files changed in types, validators`. */
function formatChanges({ out, plan }: Summary, isOne: boolean): string {
  const changed = plan.files.filter(({ action }) => action !== "unchanged");
  const targets = [...new Set(changed.map(({ target }) => target))].join(", ");
  // Only what the stamp says of the tool or the settings may be new.
  const what =
    changed.length > 0 ? `${formatCounts(changed, "file")} in ${targets}` : "only the stamp changed";
  return `${isOne ? "" : `${toVisibleLine(out)}/: `}${what}`;
}

/** A path as a user would type it. */
const toShownPath = (path: string): string => toVisibleLine(relative("", path) || ".");
