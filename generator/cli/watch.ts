import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { watch as watchPaths, type FSWatcher } from "chokidar";
import { report } from "../problem/catalogue.js";
import { describeSystemError } from "../problem/problem.js";
import { listDue } from "../write/plan.js";
import { isWithin } from "./spec-folder.js";
import type { Print } from "./report/ending.js";
import { formatProblems } from "./report/problems.js";
import { formatRound, formatStart, type Round } from "./report/watch-text.js";

/** What watching needs. */
export interface Watching {
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
      const text = formatRound({ change, round, before });
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

const hasWritten = ({ outcome }: Round): boolean =>
  outcome.ok && outcome.value.some(({ plan }) => listDue(plan).length > 0);

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
      const anchors = [...new Set(wanted.map(findAnchor))];
      const key = JSON.stringify([wanted, anchors]);
      if (opened?.key === key) return false;
      await opened?.watcher.close();
      const isAside = (path: string): boolean =>
        !wanted.some((target) => isWithin(path, target) || isWithin(target, path));
      const watcher = watchPaths(anchors, { ignoreInitial: true, ignored: isAside });
      watcher.on("all", (_event, path) => onChange(path)).on("error", onError);
      await new Promise<void>((ready) => watcher.once("ready", () => ready()));
      opened = { key, watcher };
      return true;
    },
    close: async (): Promise<void> => opened?.watcher.close(),
  };
}

/** The nearest folder above a path that is there. */
function findAnchor(path: string): string {
  const parent = dirname(path);
  return existsSync(parent) || parent === path ? parent : findAnchor(parent);
}
