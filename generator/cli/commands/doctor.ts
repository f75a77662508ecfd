import { examine } from "../../doctor/examine.js";
import { report } from "../../problem/catalogue.js";
import { TillError } from "../../till/values/error.js";
import type { Args } from "../options/commands.js";
import { readReceiver } from "../receiver.js";
import { findingsToJson, formatFindings } from "../report/doctor-text.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import { createStarter } from "../start-tills.js";
import type { Surroundings } from "../surroundings.js";

/** `doctor`: asks a receiver what one would ask in a support call. */
export async function doctor(
  args: Args<"doctor">,
  { terminal, environment, memo }: Surroundings,
): Promise<Ending> {
  const { json, product } = args;
  const receiver = readReceiver(args, environment);
  if (!receiver.ok) return problemEnding(receiver.problems, json);
  const { deadline, ...where } = receiver.value;
  const [release, ...others] = args.release;
  if (others.length > 0) return problemEnding([reportSeveralReleases()], json);
  terminal.progress("reading the contract");
  const { contract, startTill } = createStarter(memo);
  const event = contract.model.startWith[0] ?? "";
  // Only an answer that is waited for is judged.
  const events = { [event]: { blocking: true } };
  const till = { ...where, release, product, events, settings: { answerDeadline: deadline } };
  try {
    const findings = await examine({ startTill, till, event, parts: {}, deadline, tell: terminal.progress });
    const ending = json
      ? jsonEnding(findingsToJson(findings))
      : successEnding(formatFindings(findings, where.url, terminal));
    return findings.some(({ state }) => state === "wrong") ? { ...ending, code: 1 } : ending;
  } catch (error) {
    if (!(error instanceof TillError)) throw error;
    return problemEnding([report("usage", { message: error.message, hint: undefined })], json);
  }
}

const reportSeveralReleases = () =>
  report("usage", { message: "The doctor is a till of one release.", hint: "Give --release once." });
