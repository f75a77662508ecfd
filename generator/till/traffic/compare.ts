import { parseJsonOrText, type Json } from "../../base/json.js";
import type { RecordedExchange } from "../../contract/traffic/recorded-exchange.js";
import { findDifferences } from "../scenario/judge-step.js";
import type { Difference } from "../scenario/scenario.js";
import type { SeenExchange } from "../engine/seen-exchange.js";

interface AnsweredExchange {
  readonly reply?: SeenExchange["reply"] | undefined;
}

export function compareAnswers(recorded: RecordedExchange, seen: AnsweredExchange): readonly Difference[] {
  const { status: now, body = "" } = seen.reply ?? {};
  const status = recorded.status ?? undefined;
  const isRedacted = recorded.redacted === true;
  const [before, after] = [recorded.answer ?? {}, parseJsonOrText(body === "" ? "{}" : body)].map((answer) =>
    withoutMoment(answer, isRedacted),
  );
  return [
    ...(status === now ? [] : [{ path: "status", expected: status, seen: now }]),
    ...findDifferences(before, after, "answer"),
  ];
}

const withoutMoment = (answer: Json, isRedacted: boolean): Json =>
  JSON.parse(
    JSON.stringify(answer, (name, part: Json) => {
      if (typeof part !== "object" && /(?:^i|I)d$/.test(name)) return "(an id)";
      if (typeof part !== "string") return part;
      return isRedacted ? "(a text)" : part.replace(ids, "(an id)").replace(times, "(a time)");
    }),
  ) as Json;

const ids = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;
const times = /\b\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.+Z-]{0,25}/g;
