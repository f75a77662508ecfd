import type { ReportBlock } from "../../pages/blocks/block.js";
import { nestedBullets } from "../../pages/blocks/builders.js";
import { plain, styled } from "../../pages/blocks/text.js";
import { toVisibleLine, truncate } from "../../base/text/quote.js";
import { formatRelease } from "../../base/time/release.js";
import {
  checkBody,
  type BodySide,
  type CheckedBody,
  type PlacedProblem,
} from "../../till/check-body/check-body.js";
import { createSetUp, requireEventName } from "../../till/engine/till-set-up.js";
import type { Args } from "../options/commands.js";
import { readRelease } from "../inputs/receiver.js";
import { loadContract } from "../inputs/till-contract.js";
import { readUserText } from "../inputs/user-files.js";
import type { CommandResult } from "../command-result.js";

export async function validate(args: Args<"validate">): Promise<CommandResult<ValidateJson>> {
  const { event, side } = args;
  const contract = loadContract(args.spec, args.additions);
  requireEventName(event, contract.model);
  const setUp = createSetUp({ release: readRelease(args.release) }, contract);
  const release = formatRelease(setUp.release);
  const file = args.file === "-" ? "stdin" : args.file;
  const text = await readUserText(args.file);
  const checked = checkBody({ text, event, side, release }, contract.validators);
  return {
    report: () => reportBody(checked, { file, text }),
    json: () => toJson(checked, event, release),
    fails: !checked.ok,
  };
}

export interface ValidateJson {
  readonly event: string;
  readonly side: BodySide;
  readonly release: string;
  readonly valid: boolean;
  readonly verdict: string;
  readonly problems: readonly ProblemJson[];
  /** Parts that a receiver reads differently from how they were sent, and names that occur twice. */
  readonly notes: readonly ProblemJson[];
  /** What the till does with a valid answer: a sentence for each part. */
  readonly till: readonly string[];
}

/** Line and column are counted from 1. `addedIn` is the release that added the part. */
type ProblemJson = Omit<PlacedProblem, "from" | "to" | "addedIn"> & { readonly addedIn: string | null };

const toJson = (
  { side, ok, verdict, problems, notes, till }: CheckedBody,
  event: string,
  release: string,
): ValidateJson => ({
  event,
  side,
  release,
  valid: ok,
  verdict,
  problems: problems.map(problemToJson),
  notes: notes.map(problemToJson),
  till,
});

const problemToJson = ({ path, line, column, code, message, addedIn }: PlacedProblem): ProblemJson => ({
  path,
  line,
  column,
  code,
  message,
  addedIn: addedIn ?? null,
});

function reportBody(
  { ok, verdict, problems, notes, till }: CheckedBody,
  { file, text }: { readonly file: string; readonly text: string },
): readonly ReportBlock[] {
  const describe = ({ line, column, path, message }: PlacedProblem) =>
    plain(toVisibleLine(`${file}:${line}:${column} ${path} ${message}`.replace("  ", " ")));
  // A person finds a fault of the syntax in its line.
  const source = problems
    .filter(({ code }) => code === "not-json")
    .map(({ line }) => plain(truncate(`${line} | ${text.split("\n")[line - 1] ?? ""}`, maxSource)));
  const lists = [
    { text: styled(ok ? "good" : "error", verdict), items: [...problems.map(describe), ...source] },
    { text: plain("Notes:"), items: notes.map(describe) },
    { text: plain("At the till:"), items: till.map(plain) },
  ];
  return lists.flatMap((each, index) => (index === 0 || each.items.length > 0 ? nestedBullets([each]) : []));
}

/** In characters of a line. */
const maxSource = 200;
