import { describe, expect, it } from "vitest";
import type { Json } from "../../generator/base/json.js";
import type { QuestionEntry } from "../../generator/contract/read/dialect.js";
import { indexContract } from "../../generator/drift/contract.js";
import type { QuestionEvidence } from "../../generator/drift/evidence.js";
import { createTrafficReader } from "../../generator/till/traffic/traffic-reader.js";
import { read, toLines } from "../drift/traffic/recording.js";
import { readCases } from "../workbench/cases.js";
import { snapshotsOf } from "../workbench/real-spec.js";
import { expectNone, loadOwnModel } from "./own-spec.js";

/** The other properties are the request. */
interface Exchange {
  readonly event: string;
  readonly answer?: Json;
  readonly status?: number | null;
  /** True for a record without a status and a duration. */
  readonly isBare?: boolean;
  /** In seconds after the first. Each begins a minute after the one before it. */
  readonly at?: number;
  /** In milliseconds. */
  readonly duration?: number;
  /** More of the request's `event` and `sender`; null for none. */
  readonly info?: object | null;
  readonly sender?: object | null;
}

interface EvidenceCase {
  readonly question: string;
  readonly exchanges: readonly Exchange[];
  /** The exchanges for and against each answer, in the order of the spec. Empty if there is no evidence at all. */
  readonly told: readonly (readonly [answer: string, agree: number, against: number])[];
}

const cases = readCases("evidence.yaml", import.meta) as readonly EvidenceCase[];

function toRecord(exchange: Exchange, index: number): object {
  const { event, info = {}, sender = {}, answer = {}, at = index * 60, ...rest } = exchange;
  const { isBare = false, status = 200, duration = 100, ...request } = rest;
  const counter = { eventCounter: index + 1, eventTimestamp: `2026-11-30T09:0${index}:00.000+01:00` };
  const till = { branchNumber: 1, workplaceNumber: 2, instanceId: "5a6c8d1e-3f2b-4c7a-9e4d-0b1f2a3c4d5e" };
  const envelope = {
    ...(info ? { event: { ...counter, ...info } } : {}),
    ...(sender ? { sender: { ...till, ...sender } } : {}),
  };
  const bodies = { request: { ...envelope, ...request }, answer };
  const head = { at: Date.UTC(2026, 10, 30) + at * 1000, event, subscription: "shop-12" };
  return { ...head, ...(isBare ? {} : { status, duration }), ...bodies };
}

function findEvidence(
  exchanges: readonly Exchange[],
  questions: readonly QuestionEntry[] = loadOwnModel().questions,
): readonly QuestionEvidence[] {
  const model = loadOwnModel();
  const contract = indexContract({ ...model, questions });
  const reader = createTrafficReader(snapshotsOf(model), {
    findRelease: () => undefined,
    showsValues: false,
  });
  return read({ "x.ndjson": toLines(exchanges.map(toRecord)) }, contract, reader).questions;
}

describe("recorded exchanges speak for and against the answers to", () => {
  it.each(cases)("$question: $name", ({ question, exchanges, told }) => {
    const found = findEvidence(exchanges).find(({ id }) => id === question);
    const { answers = [] } = found ?? {};
    expect(answers.map((each) => [each.answer, each.for, each.against])).toEqual(told);
  });
});

/** Each pattern, and each setting of amounts, as a question of its own. */
const listPatterns = (): readonly QuestionEntry[] =>
  loadOwnModel().questions.flatMap(({ id, answers = [], ...question }) =>
    answers.flatMap(({ answer, amounts, ...lists }) => [
      ...Object.entries(lists).flatMap(([side, list]) =>
        list.map((pattern, i) => ({
          ...question,
          id: `${id}: ${answer} ${side} ${i + 1}`,
          answers: [{ answer, for: [pattern] }],
        })),
      ),
      ...(amounts
        ? [{ ...question, id: `${id}: ${answer} ${JSON.stringify(amounts)}`, answers: [{ answer, amounts }] }]
        : []),
    ]),
  );

it("each pattern of an open question matches in a case of its question", () => {
  const patterns = listPatterns();
  const seen = cases.flatMap(({ question, exchanges }) =>
    findEvidence(exchanges, patterns).flatMap(({ id, answers }) =>
      id.startsWith(`${question}: `) && answers.some((each) => each.for > 0) ? id : [],
    ),
  );
  expectNone(
    patterns.map(({ id }) => id).filter((id) => !seen.includes(id)),
    "add cases to test/spec/evidence.yaml for",
  );
});
