import { isObject, parseJson, type JsonObject } from "../base/json.js";
import { getOrCreate } from "../base/once.js";
import type { Direction } from "../contract/model/model.js";
import { errorRequestName } from "../contract/read/files.js";
import { splitRecording } from "../contract/traffic/recorded-exchange.js";
import type { TrafficReader } from "../contract/traffic/traffic-reader.js";
import type { Contract } from "./contract.js";
import { createEvidence, type QuestionEvidence } from "./evidence.js";
import { judgeTally } from "./judge-traffic.js";
import { createRecordReader, type SeenExchange } from "./read-record.js";
import { createRefusals } from "./refused-answers.js";
import { hashSentence, type DriftFinding, type SourcePlace } from "./source-content.js";
import { addBody, createTally } from "./tally.js";
import { createTillOrder } from "./till-order.js";

/** A Markdown page may start with `[`, but not with `[` and an object. */
export const isRecordingFile = (file: string, text: string): boolean =>
  /\.(?:ndjson|jsonl)$/i.test(file) || /^\s*(?:\{|\[\s*[{\]])/.test(text);

export interface TrafficContent {
  readonly findings: readonly DriftFinding[];
  readonly questions: readonly QuestionEvidence[];
  /** Their ids. */
  readonly shops: readonly string[];
  /** Of records. */
  readonly count: number;
}

/** Reads recordings of any number of shops. Keeps names and counts, no values but short texts. */
export function openRecordings(contract: Contract, reader: TrafficReader) {
  const tally = createTally(contract, reader.showsValues);
  const evidence = createEvidence(contract.model.questions, reader.amounts);
  const refusals = createRefusals(tally);
  const order = createTillOrder((followed) => {
    evidence.add(followed);
    if (followed.exchange.isReport) refusals.add(followed);
  });
  const readRecord = createRecordReader(contract, reader);
  const shops = new Set<string>();
  const unread = new Map<string, { readonly place: SourcePlace; count: number }>();
  let count = 0;

  /** Returns why the record was not read. */
  const addRecord = (text: string, place: SourcePlace): string | undefined => {
    const exchange = readRecord(parseJson(text), place);
    if (typeof exchange === "string") return exchange;
    const { request, answer, isReport, shop } = exchange;
    shops.add(shop.id);
    if (request) addBody(toBody(exchange, request, "request"), tally);
    // The answer to a report is not an answer to the event.
    if (isObject(answer) && !isReport) addBody(toBody(exchange, answer, "response"), tally);
    order.add(exchange);
    return request && isObject(answer ?? {})
      ? undefined
      : "has a request or an answer that is not a JSON object";
  };

  return {
    read: (file: string, text: string): void => {
      for (const { number: line, text: content } of splitRecording(text)) {
        if (content.trim() === "") continue;
        count += 1;
        const place = { file, section: "", line };
        const why = addRecord(content, place);
        if (why !== undefined) getOrCreate(unread, why, () => ({ place, count: 0 })).count += 1;
      }
    },
    finish: (): TrafficContent => {
      order.finish();
      const lines = [...unread].map(([why, { place, count: records }]): DriftFinding => {
        const message = `${records === 1 ? "1 record" : `${records} records`}: it ${why}`;
        return { verdict: "unread", message, place, hash: hashSentence(why) };
      });
      const findings = [...judgeTally(tally), ...refusals.list(), ...lines];
      return { findings, questions: evidence.list(), shops: [...shops], count };
    },
  };
}

const toBody = (exchange: SeenExchange, body: JsonObject, direction: Direction) => ({
  ...exchange,
  event: exchange.isReport ? errorRequestName : exchange.event,
  body,
  direction,
});
