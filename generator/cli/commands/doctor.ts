import type { ReportBlock } from "../../pages/blocks/block.js";
import { plain, styled, text } from "../../pages/blocks/text.js";
import { grid, heading, nestedBullets, toParagraph } from "../../pages/blocks/builders.js";
import { examine } from "../../till/doctor/examine.js";
import type { ProbeFinding } from "../../till/doctor/probe.js";
import type { Style } from "../../base/text/style.js";
import { readTillContract, startOwnTill } from "../../till/engine/start-till.js";
import type { Args } from "../options/commands.js";
import { readReceiver } from "../inputs/receiver.js";
import { requireSuccess, throwUsageProblem } from "../call-error.js";
import type { CommandResult } from "../command-result.js";
import type { CommandContext } from "../terminal/terminal.js";

/** `doctor`: asks a receiver what one would ask in a support call. */
export async function doctor(
  args: Args<"doctor">,
  { terminal, environment }: CommandContext,
): Promise<CommandResult<DoctorJson>> {
  const { deadline, ...receiver } = requireSuccess(readReceiver(args, environment)).value;
  const [release, ...others] = args.release;
  if (others.length > 0) throwUsageProblem("The doctor is a till of one release.", "Give --release once.");
  terminal.progress("reading the contract");
  const event = readTillContract().model.startWith[0] ?? "";
  // Only an answer that is waited for is judged.
  const events = { [event]: { blocking: true } };
  const settings = { answerDeadline: deadline };
  const findings = await examine({
    startTill: startOwnTill,
    event,
    parts: {},
    deadline,
    progress: terminal.progress,
    till: { ...receiver, release, product: args.product, events, settings },
  });
  return {
    report: () => reportFindings(findings, receiver.url),
    json: () => ({ findings: findings.map(findingToJson) }),
    fails: findings.some(({ state }) => state === "wrong"),
  };
}

export interface DoctorJson {
  readonly findings: readonly ReturnType<typeof findingToJson>[];
}

/** What the doctor found: what to change first, then a table of all that was asked. */
function reportFindings(findings: readonly ProbeFinding[], url: string): readonly ReportBlock[] {
  const having = (state: ProbeFinding["state"]) => findings.filter((finding) => finding.state === state);
  const [wrong, advice, skipped] = [having("wrong"), having("advice"), having("skipped")];
  const asked = findings.filter(({ state }) => state !== "skipped");
  return [
    ...describeFindings("Wrong:", wrong),
    ...describeFindings("Advice: no source says that a till needs it:", advice),
    heading(2, plain(`What was asked of ${url}:`)),
    grid(
      asked.map(({ state, probe, saw }) => [styled(...stateMarks[state]), plain(probe.question), plain(saw)]),
    ),
    ...(skipped.length > 0
      ? toParagraph(`Not asked, because of what is wrong: ${skipped.length} questions more.`)
      : []),
    ...toParagraph(
      wrong.length > 0
        ? text`${styled("error", `Wrong: ${wrong.length}.`)} Advice: ${advice.length}.`
        : text`${styled("good", "Nothing is wrong")}${advice.length > 0 ? "; see the advice" : ""}.`,
    ),
  ];
}

const stateMarks: Readonly<Record<ProbeFinding["state"], readonly [style: Style, mark: string]>> = {
  well: ["good", "ok"],
  wrong: ["error", "WRONG"],
  advice: ["warning", "advice"],
  skipped: ["faint", ""],
};

function describeFindings(title: string, findings: readonly ProbeFinding[]): readonly ReportBlock[] {
  const [first] = findings;
  if (!first) return [];
  const items = findings.map(({ probe, saw, change = "" }) => ({
    text: plain(probe.question),
    items: [saw, change].filter((line) => line !== "").map(plain),
  }));
  return [heading(2, styled(stateMarks[first.state][0], title)), ...nestedBullets(items)];
}

/** What was asked, what was seen, and what to change, for a program. */
const findingToJson = ({ probe, state, saw, change, fault }: ProbeFinding) => {
  const { id, question, basis } = probe;
  return { id, question, basis, state, saw, change: change ?? null, fault: fault ?? null };
};
