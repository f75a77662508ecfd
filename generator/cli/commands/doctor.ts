import type { ReportBlock } from "../../pages/blocks/block.js";
import { truncate } from "../../base/text/quote.js";
import { plain, styled, text } from "../../pages/blocks/text.js";
import { bullets, grid, heading, nestedBullets, toParagraph } from "../../pages/blocks/builders.js";
import { examine, type Diagnosis } from "../../till/doctor/examine.js";
import { findParts } from "../../till/doctor/play-sale.js";
import type { ProbeFinding } from "../../till/doctor/probe.js";
import type { Untried } from "../../till/doctor/untried.js";
import type { Style } from "../../base/text/style.js";
import type { Args } from "../options/commands.js";
import { readOtherShop, readReceiver, readRelease } from "../inputs/receiver.js";
import { loadTill } from "../inputs/till-contract.js";
import type { CommandContext } from "../terminal/terminal.js";

export async function doctor(args: Args<"doctor">, { environment, terminal }: CommandContext) {
  const { deadline, ...receiver } = readReceiver(args, environment);
  const release = readRelease(args.release);
  const { contract, startTill } = loadTill(args.additions);
  const { model } = contract;
  const [event] = model.events.filter(({ name }) => name === model.startWith[0]);
  if (!event) throw new Error("The spec names no event to start with.");
  // A till only judges answers to blocking events.
  const events = { [event.name]: { blocking: true } };
  const settings = { answerDeadline: deadline };
  const till = { ...receiver, release, product: args.product, events, settings };
  const parts = findParts(model, event);
  const other = readOtherShop(args, environment, receiver);
  const tried = { model, event: event.name, parts, deadline, till, other };
  // A slow server takes minutes.
  terminal.announce("Sending some hundred test events, one after another. Press Ctrl-C to stop.");
  const { findings, untried } = await examine({ startTill, ...tried });
  return {
    report: () => reportDiagnosis({ findings, untried }, receiver.url),
    json: () => ({ findings: findings.map(findingToJson), untried }),
    fails: findings.some(({ state }) => state === "wrong"),
  };
}

export type DoctorJson = ReturnType<Awaited<ReturnType<typeof doctor>>["json"]>;

const findingToJson = ({ probe: { id, question, basis }, state, saw, change, fault }: ProbeFinding) => {
  return { id, question, basis, state, saw, change: change ?? null, fault: fault ?? null };
};

function reportDiagnosis({ findings, untried }: Diagnosis, url: string): readonly ReportBlock[] {
  const having = (state: ProbeFinding["state"]) => findings.filter((finding) => finding.state === state);
  const [wrong, advice, skipped] = [having("wrong"), having("advice"), having("skipped")];
  const asked = findings.filter(({ state }) => state !== "skipped");
  return [
    ...describeFindings("Problems:", wrong),
    ...describeFindings("Advice (no source says that a till requires this):", advice),
    heading(2, plain(`Checks of ${url}:`)),
    grid(
      asked.map(({ state, probe, saw }) => [
        styled(...stateMarks[state]),
        plain(probe.question),
        plain(truncate(saw, maxSaw)),
      ]),
    ),
    ...toParagraph(
      skipped.length > 0
        ? `Checks skipped because of the problems: ${skipped.length}. Correct these, then run doctor again.`
        : "",
    ),
    ...reportUntried(untried),
    ...toParagraph(
      wrong.length > 0
        ? text`${styled("error", `Problems: ${wrong.length}.`)} Advice: ${advice.length}.`
        : text`${styled("good", "No problems found")}${advice.length > 0 ? "; see the advice" : ""}.`,
    ),
  ];
}

function reportUntried(untried: readonly Untried[]): readonly ReportBlock[] {
  if (untried.length === 0) return [];
  return [
    heading(2, plain("Not tried:")),
    ...bullets(untried.map(({ what, how }) => plain(`${what}: ${how}`))),
  ];
}

/** The lists of problems and advice have the whole. */
const maxSaw = 400;

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
