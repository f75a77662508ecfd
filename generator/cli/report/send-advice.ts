import type { ScenarioResult } from "../../scenario/play/result.js";
import { showInvisible, quoteForShell } from "../../text/quote.js";
import type { Exchange, Verdict } from "../../till/api/till.js";
import type { Args } from "../options/commands.js";
import { getOption } from "../options/options.js";

/**
 * The call that looks closer where a scenario failed because no answer came that a till could begin to use: `send` names what
 * is wrong with such a one. Empty if there is none.
 */
export function formatSendAdvice(results: readonly ScenarioResult[], args: Args<"simulate">): string {
  const [found] = results.flatMap(({ release, steps }) =>
    steps
      .filter(({ outcome }) => outcome === "failed")
      .flatMap(({ exchanges }) => exchanges.filter(({ verdict }) => isUnusable(verdict)))
      .map((exchange) => ({ exchange, release })),
  );
  if (!found) return "";
  const words = ["mplus-codegen send", found.exchange.event, ...listOptions(found.exchange, args)];
  return `\nTo look closer: ${showInvisible([...words, "--release", found.release].join(" "))}\n`;
}

/** What is wrong with it is not in what it says. */
const isUnusable = (verdict: Verdict): boolean =>
  verdict.kind === "refused"
    ? verdict.findings.some(({ code }) => code.endsWith("_SIGNATURE"))
    : verdict.kind !== "taken";

function listOptions({ event, url }: Exchange, { subscription, secretEnv }: Args<"simulate">) {
  const given = [
    ["--subscription", subscription, getOption("subscription").default],
    ["--secret-env", secretEnv, getOption("secretEnv").default],
  ] as const;
  return [
    "--url",
    quoteForShell(url.endsWith(`/${event}`) ? url.slice(0, -event.length - 1) : url),
    ...given.flatMap(([option, value, usual]) => (value === usual ? [] : [option, quoteForShell(value)])),
  ];
}
