import { isDeepStrictEqual } from "node:util";
import { getAt } from "../base/json.js";
import { getOrCreate } from "../base/once.js";
import { createAjv, type Ajv } from "../contract/read/ajv.js";
import type { ExchangePattern, QuestionEntry } from "../contract/read/dialect.js";
import { splitPointer } from "../contract/read/pointer.js";
import { findPaths, readPath } from "../contract/read/values.js";
import type { AmountReader } from "../contract/traffic/traffic-reader.js";
import type { FollowedExchange } from "./till-order.js";

/** How many recorded exchanges speak for and against each answer to an open question. */
export interface QuestionEvidence extends Pick<QuestionEntry, "id" | "question"> {
  readonly answers: readonly AnswerEvidence[];
}

export interface AnswerEvidence extends Votes {
  readonly answer: string;
  /** Those with any. */
  readonly shops: readonly (Votes & { readonly shop: string })[];
}

export interface Votes {
  readonly for: number;
  readonly against: number;
}

/** Counts exchanges. Add each when the next request of its till is known. */
export function createEvidence(questions: readonly QuestionEntry[], amounts: AmountReader) {
  const ajv = createAjv({ validateSchema: false, multipleOfPrecision: 6 });
  const asked = questions.map(({ id, question, answers = [] }) => ({
    id,
    question,
    claims: answers.map(({ answer, for: agreeing, against, amounts: setting = {} }) => ({
      answer,
      isFor: toMatch(agreeing, ajv),
      isAgainst: toMatch(against, ajv),
      setting: Object.entries(setting)[0],
      votes: new Map<string, { for: number; against: number }>(),
    })),
  }));
  const claims = asked.flatMap((each) => each.claims);
  /** How often the amounts of a shop's exchanges fit exactly these settings. */
  const fits = new Map<string, Map<string, number>>();
  return {
    add: (followed: FollowedExchange): void => {
      const { exchange, request } = followed;
      const { id } = exchange.shop;
      const facts = toFacts(followed);
      for (const { isFor, isAgainst, votes } of claims) {
        if (isFor(facts)) openVotes(votes, id).for += 1;
        if (isAgainst(facts)) openVotes(votes, id).against += 1;
      }
      const fit = amounts.listFitting(exchange.event, request)?.join();
      const ofShop = getOrCreate(fits, id, () => new Map<string, number>());
      if (fit !== undefined) ofShop.set(fit, (ofShop.get(fit) ?? 0) + 1);
    },
    list: (): readonly QuestionEvidence[] => {
      for (const [shop, ofShop] of fits) addAmounts(claims, shop, weighAmounts(ofShop, amounts.combinations));
      return asked
        .map(({ id, question, claims: all }) => ({ id, question, answers: all.map(toEvidence) }))
        .filter(({ answers }) => answers.some(({ shops }) => shops.length > 0));
    },
  };
}

const openVotes = (votes: Map<string, { for: number; against: number }>, shop: string) =>
  getOrCreate(votes, shop, () => ({ for: 0, against: 0 }));

interface Claim {
  readonly answer: string;
  readonly setting: readonly [name: string, value: string] | undefined;
  readonly votes: Map<string, { for: number; against: number }>;
}

function addAmounts(claims: readonly Claim[], shop: string, settings: WeighedSettings): void {
  for (const { setting: [name, wanted] = ["", ""], votes } of claims)
    for (const [value, times] of settings.get(name) ?? [])
      openVotes(votes, shop)[value === wanted ? "for" : "against"] += times;
}

function toEvidence({ answer, votes }: Claim): AnswerEvidence {
  const shops = [...votes].map(([shop, counts]) => ({ shop, ...counts }));
  const addUp = (side: keyof Votes): number => shops.reduce((sum, each) => sum + each[side], 0);
  return { answer, for: addUp("for"), against: addUp("against"), shops };
}

type Test = (facts: object) => boolean;

function toMatch(patterns: readonly ExchangePattern[] = [], ajv: Ajv): Test {
  const all = patterns.map((pattern) =>
    Object.entries(pattern).map(([pointer, schema]) => toTest(pointer, schema as boolean | object, ajv)),
  );
  return (facts) => all.some((tests) => tests.every((test) => test(facts)));
}

function toTest(pointer: string, schema: boolean | object, ajv: Ajv): Test {
  const path = splitPointer(pointer);
  const listValues = (facts: object): readonly unknown[] =>
    path.includes("*")
      ? findPaths(facts, path).map((found) => readPath(facts, found))
      : [readPath(facts, path)];
  if (typeof schema === "boolean")
    return (facts) => listValues(facts).some((value) => value !== undefined) === schema;
  const isFit = ajv.compile(schema);
  return (facts) => listValues(facts).some((value) => value !== undefined && isFit(value));
}

type WeighedSettings = ReadonlyMap<string, readonly (readonly [value: string, times: number])[]>;

/**
 * Counts the exchanges that fit only one value of a setting. What all of them say about one setting then helps to
 * understand the others.
 */
function weighAmounts(
  fits: ReadonlyMap<string, number>,
  combinations: AmountReader["combinations"],
): WeighedSettings {
  const names = Object.keys(combinations[0] ?? {});
  const known = new Map<string, string>();
  for (;;) {
    const weighed = new Map(names.map((name) => [name, weighSetting(name, known)] as const));
    const sure = [...weighed].find(([name, values]) => values.length === 1 && !known.has(name));
    const value = sure?.[1][0]?.[0];
    if (!sure || value === undefined) return weighed;
    known.set(sure[0], value);
  }

  function weighSetting(name: string, all: ReadonlyMap<string, string>) {
    const others = [...all].filter(([other]) => other !== name);
    const counts = new Map<string, number>();
    for (const [fit, times] of fits) {
      const possible = fit.split(",").map((index) => combinations[Number(index)] ?? {});
      const left = possible.filter((each) => others.every(([other, value]) => each[other] === value));
      const [value, ...more] = new Set(left.map((each) => each[name] ?? ""));
      if (value !== undefined && more.length === 0) counts.set(value, (counts.get(value) ?? 0) + times);
    }
    return [...counts];
  }
}

/** What patterns can point to. */
function toFacts({ exchange, request, next, reported }: FollowedExchange): object {
  const { event, answer, record } = exchange;
  // Recordings of other programs may lack them, and then they say nothing.
  const { status, duration, at } = record;
  const [end, begin] = [Number(at) + Number(duration), Number(next?.record["at"])];
  /** Undefined if both lack it. */
  const isSame = (...path: readonly string[]): boolean | undefined => {
    const [now, then] = [request, next?.request].map((each) => getAt(each, path));
    return now === undefined && then === undefined ? undefined : isDeepStrictEqual(now, then);
  };
  return {
    event,
    request,
    answer: answer ?? undefined,
    status,
    duration,
    copied: reported?.request && isDeepStrictEqual(request["original"], reported.request),
    next: next && {
      event: next.event,
      request: next.request,
      early: Number.isNaN(begin - end) ? undefined : begin < end,
      same: {
        event: next.event === event,
        counter: isSame("event", "eventCounter"),
        timestamp: isSame("event", "eventTimestamp"),
        session: isSame("session", "sessionId"),
      },
    },
  };
}
