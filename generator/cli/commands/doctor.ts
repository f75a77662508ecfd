import type { ReportBlock } from "../../pages/blocks/block.js";
import { plain, styled, text } from "../../pages/blocks/text.js";
import { grid, heading, nestedBullets, toParagraph } from "../../pages/blocks/builders.js";
import { examine } from "../../till/doctor/examine.js";
import type { ProbeFinding } from "../../till/doctor/probe.js";
import type { Style } from "../../base/text/style.js";
import { readTillContract, startOwnTill } from "../../till/engine/start-till.js";
import type { Args } from "../options/commands.js";
import { readReceiver, readRelease } from "../inputs/receiver.js";
import type { CommandContext } from "../terminal/terminal.js";

export async function doctor(args: Args<"doctor">, { environment }: CommandContext) {
  const { deadline, ...receiver } = readReceiver(args, environment);
  const release = readRelease(args.release);
  const event = readTillContract().model.startWith[0] ?? "";
  // A till only judges answers to blocking events.
  const events = { [event]: { blocking: true } };
  const settings = { answerDeadline: deadline };
  const till = { ...receiver, release, product: args.product, events, settings };
  const findings = await examine({ startTill: startOwnTill, event, parts: {}, deadline, till });
  return {
    report: () => reportFindings(findings, receiver.url),
    json: () => ({ findings: findings.map(findingToJson) }),
    fails: findings.some(({ state }) => state === "wrong"),
  };
}

export type DoctorJson = ReturnType<Awaited<ReturnType<typeof doctor>>["json"]>;

const findingToJson = ({ probe: { id, question, basis }, state, saw, change, fault }: ProbeFinding) => {
  return { id, question, basis, state, saw, change: change ?? null, fault: fault ?? null };
};

function reportFindings(findings: readonly ProbeFinding[], url: string): readonly ReportBlock[] {
  const having = (state: ProbeFinding["state"]) => findings.filter((finding) => finding.state === state);
  const [wrong, advice, skipped] = [having("wrong"), having("advice"), having("skipped")];
  const asked = findings.filter(({ state }) => state !== "skipped");
  return [
    ...describeFindings("Problems:", wrong),
    ...describeFindings("Advice (no source says that a till requires this):", advice),
    heading(2, plain(`Checks of ${url}:`)),
    grid(
      asked.map(({ state, probe, saw }) => [styled(...stateMarks[state]), plain(probe.question), plain(saw)]),
    ),
    ...toParagraph(skipped.length > 0 ? `Checks skipped because of the problems: ${skipped.length}.` : ""),
    ...toParagraph(
      wrong.length > 0
        ? text`${styled("error", `Problems: ${wrong.length}.`)} Advice: ${advice.length}.`
        : text`${styled("good", "No problems found")}${advice.length > 0 ? "; see the advice" : ""}.`,
    ),
  ];
}

const stateMarks: Readonly<Record<ProbeFinding["state"], readonly [style: Style, mark: string]>> = {
  well: ["good", "ok"],
  wrong: ["error", "FAIL"],
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
