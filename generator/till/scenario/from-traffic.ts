import type { RecordedExchange } from "../../contract/traffic/recorded-exchange.js";
import { truncate } from "../../base/text/quote.js";
import type { TillContract } from "../engine/start-till.js";
import { maxScenarioLength, type ScenarioReader } from "./read-scenarios.js";
import { groupBySale, type RecordedSale } from "./recorded-sales.js";
import { redoSale, type LeftOutReason } from "./redo-sale.js";
import { formatScenario } from "./write-scenario.js";

export interface TrafficScenarioOptions {
  readonly reader: ScenarioReader;
  /** Undefined if the shop's release is unknown. */
  readonly findRelease?: ((subscription: string) => string | undefined) | undefined;
}

export interface TrafficScenarios {
  /** A scenario for each sale, as a YAML document, in the order in which the sales began. */
  readonly scenarios: readonly { readonly name: string; readonly text: string }[];
  /** What is in no scenario, a sentence for each reason. */
  readonly leftOut: readonly string[];
}

/** Between two scenarios of a file. */
export const documentSeparator = "---\n";

/**
 * Makes a scenario of each recorded sale. Nothing is sent. All scenarios together fit into one file.
 * @throws TillError if the contract does not know a shop's release
 */
export async function makeScenarios(
  records: readonly RecordedExchange[],
  contract: TillContract,
  { reader, findRelease = () => undefined }: TrafficScenarioOptions,
): Promise<TrafficScenarios> {
  const reasons = new Map<string, Required<LeftOutReason>>();
  const leaveOut = ({ what, why, count = 1 }: LeftOutReason): void => {
    const before = reasons.get(`${what} ${why}`)?.count ?? 0;
    reasons.set(`${what} ${why}`, { what, why, count: before + count });
  };
  const scenarios: { readonly name: string; readonly text: string }[] = [];
  const sales = groupBySale(records).filter((each) => isCausedByPeople(each, contract));
  let length = 0;
  for (const [index, sale] of sales.entries()) {
    const count = sale.exchanges.length;
    // Making more scenarios than a file can have would take time for nothing.
    if (index >= maxSales || length > maxScenarioLength) {
      leaveOut({ what: "request", why: index >= maxSales ? tooMany : tooLong, count });
      continue;
    }
    const release = findRelease(sale.subscription);
    const { head, steps } = await redoSale(sale, { contract, reader, release, leaveOut });
    if (steps.length === 0) continue;
    const name = nameSale(sale, scenarios.length + 1);
    const needs = sale.exchanges.some(({ redacted }) => redacted) ? needsOfRedacted : undefined;
    const text = formatScenario({ name, description: describeMoment(sale), needs, ...head }, steps);
    length += text.length + documentSeparator.length;
    if (length > maxScenarioLength) leaveOut({ what: "request", why: tooLong, count });
    else if (reader.readText({ file: name, text }).ok) scenarios.push({ name, text });
    else leaveOut({ what: "request", why: "no scenario can express their sale", count });
  }
  return { scenarios, leftOut: describeReasons([...reasons.values()]) };
}

const needsOfRedacted =
  "The codes and numbers of customers were replaced in the recording. The server must know the new ones.";

/** Bounds the time for a recording whose sales make no scenarios. */
const maxSales = 1000;

const tooMany = `a file has scenarios of at most ${maxSales.toLocaleString("en")} sales`;
const tooLong = `a file of scenarios has at most ${maxScenarioLength.toLocaleString("en")} characters`;

/** False if the till sent everything by itself. */
const isCausedByPeople = ({ hasSession, exchanges }: RecordedSale, { model }: TillContract): boolean =>
  hasSession ||
  exchanges.some(({ event }) => model.events.find(({ name }) => name === event)?.alwaysBlocking !== true);

const nameSale = ({ subscription, hasSession }: RecordedSale, number: number): string =>
  `${hasSession ? `Sale ${number}` : "Events without a sale"}${subscription === "" ? "" : ` at ${subscription}`}`;

/** Undefined if the recording has no times. */
function describeMoment({ exchanges: [first] }: RecordedSale): string | undefined {
  const moment = new Date(first?.at ?? NaN);
  if (Number.isNaN(moment.getTime())) return undefined;
  return `Recorded on ${moment.toISOString().slice(0, 16).replace("T", " at ")} UTC.`;
}

/** A recording may have any number of reasons, such as made-up event names. */
function describeReasons(reasons: readonly Required<LeftOutReason>[]): readonly string[] {
  const [shown, others] = [reasons.slice(0, maxReasons), reasons.slice(maxReasons)];
  const sentences = shown.map(
    ({ what, why, count }) => `${formatCount(count, what)} left out: ${truncate(why, 500)}.`,
  );
  return others.length === 0 ? sentences : [...sentences, `${others.length} more reasons.`];
}

const maxReasons = 20;

const formatCount = (count: number, what: LeftOutReason["what"]): string =>
  what === "part"
    ? `${count} ${count === 1 ? "part of a request" : "parts of requests"}`
    : `${count} ${what}${count === 1 ? "" : "s"}`;
