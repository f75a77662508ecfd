import type { ReportBlock } from "../../pages/blocks/block.js";
import { nestedBullets } from "../../pages/blocks/builders.js";
import { plain, styled } from "../../pages/blocks/text.js";
import { report } from "../../base/problem/catalogue.js";
import { toVisibleLine } from "../../base/text/quote.js";
import { formatRelease } from "../../base/time/release.js";
import { positionAt } from "../../contract/read/json-tree.js";
import { placeIn } from "../../contract/read/pointer.js";
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
import { throwProblems } from "../call-error.js";
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
  if ("fault" in checked) {
    const problem = report("json-syntax", { detail: checked.fault }, placeIn(file));
    throwProblems({ ...problem, position: positionAt(text, checked.from) });
  }
  return {
    report: () => reportBody(checked, file),
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
  file: string,
): readonly ReportBlock[] {
  const describe = ({ line, column, path, message }: PlacedProblem) =>
    plain(toVisibleLine(`${file}:${line}:${column} ${path} ${message}`));
  const lists = [
    { text: styled(ok ? "good" : "error", verdict), items: problems.map(describe) },
    { text: plain("Notes:"), items: notes.map(describe) },
    { text: plain("At the till:"), items: till.map(plain) },
  ];
  return lists.flatMap((each, index) => (index === 0 || each.items.length > 0 ? nestedBullets([each]) : []));
}
