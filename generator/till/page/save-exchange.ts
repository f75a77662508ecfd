import type { JsonObject } from "../../base/json.js";
import { misuse } from "../engine/till-error.js";
import { documentSeparator, makeScenarios } from "../scenario/from-traffic.js";
import { createRedaction, redactRecord } from "../traffic/redact.js";
import { toRecord, type LoggedExchange } from "./exchange-log.js";
import type { LiveTraffic } from "./live-traffic.js";

export interface SavedScenario {
  readonly file: string;
  /** In YAML. */
  readonly text: string;
  /** What is not in the file, a sentence for each reason. */
  readonly leftOut: readonly string[];
}

/**
 * Makes a scenario of the sale of a shop's exchange. Customers' data is replaced, unless `isRedacted` is false.
 * @throws TillError if no scenario can be made
 */
export async function saveAsScenario(traffic: LiveTraffic, asked: JsonObject): Promise<SavedScenario> {
  const { log, contract, reader, findRelease } = traffic;
  const { id, sale, subscription, source, original, mayBeSent } = log.find(asked["id"]);
  if (!mayBeSent) throw misuse("The signature of this request is invalid, so it may come from a stranger.");
  // What was sent from the page is no part of the shop's sale.
  const chosen = source === "shop" ? id : original;
  const isOfSale = (each: LoggedExchange): boolean =>
    sale !== "" && each.source === "shop" && each.mayBeSent && each.sale === sale;
  const entries = log
    .entries()
    .filter((each) => each.subscription === subscription && (each.id === chosen || isOfSale(each)));
  const redact = asked["isRedacted"] === false ? undefined : createRedaction(contract.model);
  const records = entries.map(toRecord).map((record) => (redact ? redactRecord(record, redact) : record));
  const { scenarios, leftOut } = await makeScenarios(records, contract, { reader, findRelease });
  if (scenarios.length === 0) throw misuse(`No scenario can be made of this sale. ${leftOut.join(" ")}`);
  const text = scenarios.map((each) => each.text).join(documentSeparator);
  return { file: `sale-${id}.yaml`, text, leftOut };
}
