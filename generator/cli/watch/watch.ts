import { report } from "../../problem/catalogue.js";
import { describeSystemError } from "../../problem/problem.js";
import { listDue } from "../../write/plan.js";
import { formatProblems } from "../report/problem-text.js";
import type { Print } from "../report/ending.js";
import { createChanges, type Change } from "./changes.js";
import type { Round } from "./round.js";
import { formatRound, formatStart } from "./round-text.js";
import { watchFiles } from "./watch-files.js";

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

/** When to look again while something is amiss: what mends it may be in a file that nobody could name. In milliseconds. */
const lookForMend = 1000;

/**
 * Builds, and builds again whenever something that was read has changed, until it is told to stop. While something is
 * amiss it says what, and nothing is written.
 */
export async function watch({ build, print, quiet, signal }: Watching): Promise<void> {
  const changes = createChanges(signal);
  const onError = (error: unknown): void =>
    print({ stdout: "", stderr: formatProblems([reportUnwatched(error)]) });
  const files = watchFiles({ onChange: changes.tell, onError });
  let before: Round | undefined;
  try {
    for (let change: Change | undefined = { paths: [], since: performance.now() }; change;) {
      const round = await build();
      const text = formatRound({ change, round, before });
      print({ stdout: quiet ? "" : text.stdout, stderr: text.stderr });
      const isReopened = await files.follow(round.inputs);
      // Said once it is true: an edit after that is named in its line.
      if (!before && !quiet) print({ stdout: formatStart(round.inputs), stderr: "" });
      const isSettled = !isReopened && change.paths.length === 0 && !hasWritten(round);
      before = round;
      change = await changes.next(isSettled ? (round.outcome.ok ? undefined : lookForMend) : lookAgain);
    }
  } finally {
    await files.close();
  }
}

const hasWritten = ({ outcome }: Round): boolean =>
  outcome.ok && outcome.value.some(({ plan }) => listDue(plan).length > 0);

const reportUnwatched = (error: unknown) => report("not-watched", { reason: describeSystemError(error) });
