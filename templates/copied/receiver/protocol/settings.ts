import { checkCount } from "../base/values.js";
import type { AnyOptions } from "../handling/handling.js";
import { getLeastBudget } from "./body-budget.js";

const mebibyte = 1024 * 1024;

/** In milliseconds. Longer timers fire at once. */
const maxTimer = 2 ** 31 - 1;

export type Settings = ReturnType<typeof readSettings>;

/** Checks numbers and choices, and fills in defaults. @throws Error that names the invalid option. */
export function readSettings(options: AnyOptions, events: ReadonlySet<string>) {
  const { dedupe, conversations, handlerTimeout, healthCheck } = options;
  const { bodyLimit = mebibyte, bodyTimeout = 10_000 } = options;
  const { inFlightLimit = 8 * mebibyte } = options;
  const { keepFor = 10 * 60 * 1000 } = dedupe ?? {};
  checkCount("bodyLimit", bodyLimit);
  checkCount("inFlightLimit", inFlightLimit);
  // With less, no body of the largest accepted size could arrive.
  const leastUnfinished = getLeastBudget(bodyLimit);
  const { unfinishedLimit = Math.max(64 * mebibyte, leastUnfinished) } = options;
  checkCount("unfinishedLimit", unfinishedLimit, Number.MAX_SAFE_INTEGER, leastUnfinished);
  checkCount("dedupe.keepFor", keepFor);
  if (conversations?.keepFor !== undefined) checkCount("conversations.keepFor", conversations.keepFor);
  checkCount("bodyTimeout", bodyTimeout, maxTimer);
  if (handlerTimeout !== undefined) checkCount("handlerTimeout", handlerTimeout, maxTimer);
  checkChoice("unsupported", options.unsupported, ["reject", "omit"]);
  checkChoice("invalidRequests", options.invalidRequests, ["refuse", "report"]);
  checkChoice("nonBlocking", options.nonBlocking, ["answerFirst", "wait"]);
  if (healthCheck !== undefined && !/^[\w.-]+$/.test(healthCheck))
    throw new Error("healthCheck must be a single path segment, such as health.");
  if (healthCheck !== undefined && events.has(healthCheck))
    throw new Error(`healthCheck must not be the name of an event: ${healthCheck}.`);
  return { bodyLimit, bodyTimeout, unfinishedLimit, inFlightLimit, keepFor, healthCheck };
}

function checkChoice(name: string, value: string | undefined, choices: readonly string[]): void {
  if (value === undefined || choices.includes(value)) return;
  throw new Error(`${name} must be ${choices.map((each) => JSON.stringify(each)).join(" or ")}.`);
}
