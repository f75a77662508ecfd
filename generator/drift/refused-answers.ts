import { getAt, isObject } from "../base/json.js";
import { listWords } from "../base/text/words.js";
import { getOrCreate } from "../base/once.js";
import type { Contract } from "./contract.js";
import { judgeTally } from "./judge-traffic.js";
import { findPlace, toSighting } from "./sightings.js";
import type { SeenExchange } from "./read-record.js";
import { isOpenVerdict, nameSubject, type DriftFinding, type DriftVerdict } from "./source-content.js";
import { addBody, countIn, createTally, type Counts, type Tally } from "./tally.js";
import type { FollowedExchange } from "./till-order.js";

/** Compares the answers that tills refused with what the contract says of them. */
export function createRefusals(tally: Tally) {
  const found = new Map<string, { readonly isAllowed: boolean; readonly counts: Counts }>();
  const codes = new Set(tally.model.errorCodes?.values.map(({ value }) => value));
  return {
    add: ({ exchange, request, reported }: FollowedExchange): void => {
      const code = getAt(request, ["error", "code"]);
      const named = typeof code === "string" && codes.has(code) ? code : "an unknown code";
      const faults = reported ? listFaults(reported, tally) : ["the recording does not have this answer"];
      const { event, isRedacted } = reported ?? exchange;
      const allows = isRedacted ? "the spec allows what is not redacted" : "the spec allows it";
      const parts = reported ? listWords(listKnownNames(reported, tally), "and") : "";
      const answer = parts === "" ? "an answer" : `an answer with ${parts}`;
      const message = `tills refused ${answer} (${named}): ${faults.join("; ") || allows}`;
      const create = () => ({ isAllowed: faults.length === 0, counts: new Map() as Counts });
      const { counts } = getOrCreate(found, `${event}\n${message}`, create);
      countIn(counts, { ...(reported ?? exchange), body: request });
    },
    list: (): readonly DriftFinding[] =>
      [...found].map(([key, { isAllowed, counts }]) => {
        const [path = "", message = ""] = key.split("\n");
        const all = tally.holders.get("request ")?.counts;
        // The recording may have only the report.
        const seen = toSighting(counts, all?.has(path) ? all : counts);
        const verdict: DriftVerdict = isAllowed ? "contradicts" : "agrees";
        return { verdict, subject: { side: "event", path }, place: findPlace(counts), message, seen };
      }),
  };
}

const listKnownNames = ({ answer }: SeenExchange, { paths }: Contract): readonly string[] =>
  Object.keys(isObject(answer) ? answer : {}).filter(
    (name) => paths.at({ direction: "response", path: name }).length > 0,
  );

/** What the contract refuses in an answer, without values. */
function listFaults(exchange: SeenExchange, contract: Contract): readonly string[] {
  const { answer } = exchange;
  if (!isObject(answer)) return ["it was no JSON object"];
  const tally = createTally(contract, false);
  addBody({ ...exchange, body: answer, direction: "response" }, tally);
  return judgeTally(tally)
    .filter(({ verdict }) => isOpenVerdict(verdict))
    .map(({ subject, message }) => `${subject ? nameSubject(subject) : "it"} ${message}`);
}
