import type { ReportBlock } from "../../blocks/block.js";
import { printForTerminal } from "../../blocks/terminal.js";
import { plain, styled, text } from "../../blocks/text.js";
import { grid, heading, nestedBullets, toParagraph } from "../../blocks/write.js";
import { examine } from "../../doctor/examine.js";
import type { ProbeFinding } from "../../doctor/probe.js";
import { report } from "../../problem/catalogue.js";
import type { Style } from "../../text/style.js";
import { readTillContract } from "../../till/running/contract.js";
import { startOwnTill } from "../../till/running/start.js";
import { TillError } from "../../till/values/error.js";
import type { Result } from "../results.js";
import type { Args } from "../options/commands.js";
import { readReceiver } from "../receiver.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import type { Surroundings } from "../terminal.js";

/** `doctor`: asks a receiver what one would ask in a support call. */
export async function doctor(args: Args<"doctor">, { terminal, environment }: Surroundings): Promise<Ending> {
  const { json, product } = args;
  const receiver = readReceiver(args, environment);
  if (!receiver.ok) return problemEnding(receiver.problems, json);
  const { deadline, ...where } = receiver.value;
  const [release, ...others] = args.release;
  if (others.length > 0) return problemEnding([reportSeveralReleases()], json);
  terminal.progress("reading the contract");
  const contract = readTillContract();
  const event = contract.model.startWith[0] ?? "";
  // Only an answer that is waited for is judged.
  const events = { [event]: { blocking: true } };
  const till = { ...where, release, product, events, settings: { answerDeadline: deadline } };
  try {
    const findings = await examine({
      startTill: startOwnTill,
      till,
      event,
      parts: {},
      deadline,
      tell: terminal.progress,
    });
    const ending = json
      ? jsonEnding({ findings: findings.map(toJson) } satisfies Result<"doctor">)
      : successEnding(printForTerminal(reportFindings(findings, where.url), terminal));
    return findings.some(({ state }) => state === "wrong") ? { ...ending, code: 1 } : ending;
  } catch (error) {
    if (!(error instanceof TillError)) throw error;
    return problemEnding([report("usage", { message: error.message, hint: undefined })], json);
  }
}

const reportSeveralReleases = () =>
  report("usage", { message: "The doctor is a till of one release.", hint: "Give --release once." });

/** What the doctor found: what to change first, then a table of all that was asked. */
function reportFindings(findings: readonly ProbeFinding[], url: string): readonly ReportBlock[] {
  const having = (state: ProbeFinding["state"]) => findings.filter((finding) => finding.state === state);
  const [wrong, advice, skipped] = [having("wrong"), having("advice"), having("skipped")];
  const asked = findings.filter(({ state }) => state !== "skipped");
  return [
    ...describeFindings("Wrong:", wrong),
    ...describeFindings("Advice: no source says that a till needs it:", advice),
    heading(2, plain(`What was asked of ${url}:`)),
    grid(asked.map(({ state, probe, saw }) => [styled(...marks[state]), plain(probe.question), plain(saw)])),
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

const marks: Readonly<Record<ProbeFinding["state"], readonly [style: Style, mark: string]>> = {
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
  return [heading(2, styled(marks[first.state][0], title)), ...nestedBullets(items)];
}

const toJson = ({ probe, state, saw, change, fault }: ProbeFinding) => {
  const { id, question, basis } = probe;
  return { id, question, basis, state, saw, change: change ?? null, fault: fault ?? null };
};
