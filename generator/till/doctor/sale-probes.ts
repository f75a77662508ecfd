import { getAt, getOwn, isObject, omitProperties, parseJson, type JsonObject } from "../../base/json.js";
import { quote } from "../../base/text/quote.js";
import { listWords } from "../../base/text/words.js";
import type { EventModel } from "../../contract/model/model.js";
import { toEventUrl } from "../engine/deliver.js";
import { findDifferentEffect } from "../engine/effects.js";
import type { Finding, Verdict } from "../engine/till-types.js";
import type { PostResult } from "../engine/post.js";
import { diagnoseExchange, type Complaint } from "./diagnose.js";
import { findError } from "./event-probes.js";
import { moveToOtherSale, playPolls, postTo, signAnew } from "./play-sale.js";
import { advice, documented, doubtful, well, wrong } from "./probe.js";
import type { Observation, PlayedEvent, Probe, ProbeContext } from "./probe.js";

/** About all events of a sale. */
export const saleProbes: readonly Probe[] = [
  documented("lasting", "event", "Does it keep answering through a sale?", askLasting),
  documented(
    "sale",
    "lasting",
    "Is each event of a sale accepted, with an answer that the POS can use?",
    askSale,
  ),
  documented("twice", "lasting", "Does each event that is sent twice get the same answer?", askTwice),
  documented(
    "counter-again",
    "lasting",
    "Is an event of another sale with the same counter answered for that sale?",
    askCounterAgain,
  ),
  advice("polling", "lasting", "If the POS polls, does an answer say whether that is over?", askPolling),
  documented(
    "payment-twice",
    "lasting",
    "Is a payment made once if its requests are sent twice?",
    askPayment,
  ),
  advice("payment-end", "lasting", "Does a payment end if the POS cancels it?", askPaymentEnd),
  documented("no-details", "lasting", "Does it reject an event without its own object?", askWithoutDetails),
  documented(
    "crossed",
    "lasting",
    "Does it reject the body of one event at another event's URL?",
    askCrossed,
  ),
  advice("pace", "event", "Is it fast?", judgePace),
];

/** Where something is wrong, and what, in words that follow a colon. `isSure`: no server does this on purpose. */
interface Mistake {
  readonly where: string;
  readonly what: string;
  readonly isSure: boolean;
  /** Default: what the probe says. */
  readonly change?: string;
}

/** Says each thing once, with all its places. Sure mistakes come first. */
function conclude(mistakes: readonly Mistake[], saw: string, change: string): Observation {
  if (mistakes.length === 0) return well(saw);
  const sorted = mistakes.toSorted((a, b) => Number(b.isSure) - Number(a.isSure));
  const sentences = [...new Set(sorted.map(({ what }) => what))].map((what) => {
    const places = [...new Set(mistakes.filter((each) => each.what === what).map(({ where }) => where))];
    const more = places.length - maxNamed;
    const named = more > 1 ? [...places.slice(0, maxNamed), `${more} more`] : places;
    return `${listWords(named, "and")}: ${/[.?!]$/.test(what) ? what : `${what}.`}`;
  });
  const changes = new Set(sorted.map((each) => each.change ?? change));
  return (sorted[0]?.isSure ? wrong : doubtful)(sentences.join(" "), [...changes].join(" "));
}

const maxNamed = 5;

async function askLasting({ playSale, till, model }: ProbeContext): Promise<Observation> {
  const { events, isCut } = await playSale();
  const last = events.at(-1);
  if (!isCut || !last) return well("Yes.");
  const { message = "No answer came.", change = "" } =
    (await diagnoseExchange(last.first, till, { model, isDoctor: true })) ?? {};
  const names = listWords([...new Set(events.slice(-3).map(({ event }) => event.name))], "and");
  return wrong(`It stopped answering (${names}), so the rest was not sent. ${message}`, change);
}

async function askSale({ playSale, till, model }: ProbeContext): Promise<Observation> {
  const { events, payment } = await playSale();
  const mistakes: Mistake[] = [];
  for (const { event, first } of [...events, ...payment]) {
    const where = event.name;
    for (const { message } of first.notes)
      mistakes.push({
        where,
        what: message,
        isSure: false,
        change: "Check the value: amounts are in euros.",
      });
    const complaint = await diagnoseExchange(first, till, { model, isDoctor: true });
    if (first.verdict.kind !== "taken")
      mistakes.push({ where, ...describeFailure(first.verdict, complaint) });
  }
  const names = new Set([...events, ...payment].map(({ event }) => event.name));
  return conclude(mistakes, `Yes, each of ${names.size} events.`, "");
}

/** A receiver may reject an event that it does not use. */
function describeFailure(verdict: Verdict, complaint: Complaint | undefined): Omit<Mistake, "where"> {
  if (verdict.kind === "failed" && verdict.status >= 400 && verdict.status < 500) {
    const change = "Answer with {} to an event that you do not use.";
    return { what: `rejected with ${formatFailure(verdict)}`, isSure: false, change };
  }
  const { message = "The POS cannot use the answer.", change = "Check the server's log." } = complaint ?? {};
  return { what: message, isSure: true, change };
}

const formatFailure = ({ status, error }: Extract<Verdict, { kind: "failed" }>): string =>
  error ? quote(error.code) : `status ${status}`;

async function askTwice({ playSale }: ProbeContext): Promise<Observation | undefined> {
  const { events } = await playSale();
  const taken = events.filter(({ first }) => first.verdict.kind === "taken");
  if (taken.length === 0) return undefined;
  return conclude(
    taken.flatMap(judgeRepeat),
    `Yes, for ${new Set(taken.map(({ event }) => event.name)).size} events.`,
    "Recognize a repeated event, return the same answer, and do nothing twice. Networks repeat requests, and the POS may repeat them, too: this is not documented.",
  );
}

function judgeRepeat(played: PlayedEvent): readonly Mistake[] {
  const { event, first, second } = played;
  const { result, verdict } = first;
  if (verdict.kind !== "taken" || result?.kind !== "reply" || second.kind !== "reply")
    return judgeStatus(played);
  const effect = findDifferentEffect(verdict.answer, readAnswer(second));
  if (second.status === result.status && effect) {
    const name = quote(effect.join("."));
    const what =
      getAt(readAnswer(second), effect) === undefined
        ? `the second answer has no ${name}, so a POS that missed the first answer gets nothing`
        : `the second answer differs in ${name}, so the sale changes twice`;
    return [{ where: event.name, what, isSure: true }];
  }
  const isSame = second.status !== result.status || Buffer.compare(result.body, second.body) === 0;
  return isSame
    ? judgeStatus(played)
    : [{ where: event.name, what: "the second answer differs", isSure: false }];
}

function judgeStatus({ event, first: { result }, second }: PlayedEvent): readonly Mistake[] {
  if (result?.kind !== "reply" || (second.kind === "reply" && second.status === result.status)) return [];
  const what = second.kind === "none" ? "there is no answer" : `the status is ${second.status}`;
  return [{ where: event.name, what: `the second time, ${what}`, isSure: false }];
}

/** The POS may begin its counter anew, so no event is known by its counter alone. */
async function askCounterAgain(context: ProbeContext): Promise<Observation | undefined> {
  const { secret } = context.till;
  const mistakes: Mistake[] = [];
  const tried = new Set<string>();
  for (const played of (await context.playSale()).events) {
    const where = played.event.name;
    const { ids, moved } = moveToOtherSale(played, secret);
    const hasOldId = (result: PostResult | undefined): boolean =>
      ids.some((id) => JSON.stringify(readAnswer(result)).includes(id));
    if (tried.has(where) || !hasOldId(played.first.result)) continue;
    tried.add(where);
    if (hasOldId(await postTo(context, moved)))
      mistakes.push({ where, what: "the answer is about the earlier sale", isSure: true });
  }
  if (tried.size === 0) return undefined;
  return conclude(
    mistakes,
    `Yes, for ${tried.size} events.`,
    "Do not recognize a repeat by `eventCounter` alone, which may begin anew: compare the time, the till and the sale, too.",
  );
}

/** Never a fault of a server that does nothing for the event: polling is a setting of the back office. */
async function askPolling(context: ProbeContext): Promise<Observation | undefined> {
  const exchanges = await playPolls(context);
  if (exchanges.every(({ verdict }) => verdict.kind === "failed" || verdict.kind === "silent"))
    return undefined;
  const silent = exchanges.filter(
    ({ verdict }) => verdict.kind === "refused" && verdict.findings.every(isOfPolling),
  );
  const names = (some: typeof exchanges): string =>
    listWords([...new Set(some.map(({ event }) => event))], "and");
  const off = (name: string): string =>
    `leave Polling off for ${name} in the webhook settings of the back office`;
  const faulty = silent.filter(({ result }) => Object.keys(readAnswer(result)).length > 0);
  const name = names(faulty);
  if (faulty.length > 0)
    return wrong(
      `${name}: the request has \`eventPolling\`, and the answer has no \`polling\`, so the POS would ask forever.`,
      `Add \`polling\`: {"finished":true}, or {"finished":false} to be asked again. Or ${off(name)}.`,
    );
  return silent.length > 0 ? well(`It answers with {}: ${off(names(silent))}.`) : well("Yes.");
}

const isOfPolling = ({ code }: Finding): boolean => code === "polling-not-answered";

/** Polls and their repeats may say more each time, but nothing else. */
async function askPayment({ playSale }: ProbeContext): Promise<Observation | undefined> {
  const { payment, laterPolls } = await playSale();
  const [start] = payment;
  const { object, property } = start?.event.echoes[0] ?? { object: "", property: "" };
  if (start?.first.verdict.kind !== "taken") return undefined;
  const toPart = (where: string) => (result: PostResult | undefined) => ({
    where,
    part: readPart(result, object),
  });
  const answers = payment.flatMap(({ event, first, second }) =>
    [first.result, second].map(toPart(event.name)),
  );
  if (Object.keys(answers[0]?.part ?? {}).length === 0) return well("It starts no payment.");
  const later = laterPolls.map(toPart("a later poll"));
  const [before, after] = later.map(({ part }) => outcomes.find((name) => part[name] === true));
  const isAnew = before !== undefined && after === undefined;
  const what = `sent again after "${before ?? ""}", it starts the payment anew`;
  return conclude(
    [
      ...payment.flatMap(judgeStatus),
      ...judgeSecondStart(start, object),
      ...findLackingIds(answers, property),
      ...findContradictions([...answers, ...later]),
      ...(isAnew ? [{ where: start.event.name, what, isSure: true }] : []),
    ],
    `Yes, in ${payment.length} requests.`,
    "Find the payment by its id: start it once, and keep its outcome.",
  );
}

/** Whatever the answer shows besides the payment, such as a code to scan. */
function judgeSecondStart(played: PlayedEvent, object: string): readonly Mistake[] {
  const [one = {}, other = {}] = [played.first.result, played.second].map((result) =>
    omitProperties(readAnswer(result), new Set([object])),
  );
  if (JSON.stringify(one) === JSON.stringify(other) || judgeStatus(played).length > 0) return [];
  const [code, otherCode] = [one, other].map((answer) => getAt(answer, ["displayBarcode", "code"]));
  const isSure = code !== undefined && otherCode !== undefined && code !== otherCode;
  const what = isSure ? "shows another code, so the customer may pay twice" : "differs";
  return [{ where: played.event.name, what: `the second answer ${what}`, isSure }];
}

const findLackingIds = (answers: readonly PaymentPart[], property: string): readonly Mistake[] =>
  answers
    .filter(({ part }) => Object.keys(part).length > 0 && getOwn(part, property) === undefined)
    .map(({ where }) => ({
      where,
      what: `the answer has no ${quote(property)}`,
      isSure: false,
      change: `Always send ${quote(property)}, from the request.`,
    }));

/** The provider may be unable to cancel a payment, or need more time. */
async function askPaymentEnd({ playSale }: ProbeContext): Promise<Observation | undefined> {
  const { payment, isPaymentOpen } = await playSale();
  const [start, ...others] = payment;
  const part = readPart(start?.first.result, start?.event.echoes[0]?.object ?? "");
  if (Object.keys(part).length === 0) return undefined;
  const names = new Set(others.map(({ event }) => event.name));
  return isPaymentOpen
    ? wrong(
        `It neither confirms nor cancels the payment after ${listWords([...names], "and")}, so the POS keeps asking.`,
        "Cancel the payment if the POS requests that. If it cannot be cancelled, confirm it in the end.",
      )
    : well("Yes.");
}

interface PaymentPart {
  readonly where: string;
  readonly part: JsonObject;
}

const outcomes = ["confirmed", "cancelled"] as const;

/** Each value stays as it was first given, and only one outcome is true. */
function findContradictions(answers: readonly PaymentPart[]): readonly Mistake[] {
  const given = new Map<string, string>();
  const mistakes: Mistake[] = [];
  for (const { where, part } of answers)
    for (const [name, value] of Object.entries(part)) {
      if (name === "message" || value === false || value === null) continue;
      const key = outcomes.some((each) => each === name) ? "outcome" : name;
      const fact = key === "outcome" ? name : JSON.stringify(value);
      const old = given.get(key) ?? fact;
      given.set(key, old);
      if (old === fact) continue;
      const what =
        key === "outcome"
          ? `the answer says "${name}" of a payment that was "${old}"`
          : `${quote(name)} differs from the earlier answer, so this is another payment`;
      mistakes.push({ where, what, isSure: true });
    }
  return mistakes;
}

async function askWithoutDetails(context: ProbeContext): Promise<Observation> {
  const tried = (await listPlayed(context)).filter(({ event }) => listDetails(event).length > 0);
  const mistakes: Mistake[] = [];
  for (const { event, sent, first } of tried) {
    const body = omitProperties(first.request, new Set(listDetails(event)));
    const result = await postTo(context, signAnew(sent, body, context.till.secret));
    mistakes.push(...judgeRefusal(event.name, result));
  }
  return conclude(
    mistakes,
    `Rejected, for ${tried.length} events.`,
    `Reject it with status 400 and NO_EVENT_DETAILS.${harmless(mistakes)}`,
  );
}

/** The objects without which a body is no such event. */
const listDetails = ({ ownObjects, request: { properties } }: EventModel): readonly string[] =>
  properties.flatMap(({ name, undocumented }) =>
    ownObjects.includes(name) && undocumented === "nothing" ? [name] : [],
  );

/** At each URL: the body of the first event, and a body with the same objects, which only a memory tells apart. */
async function askCrossed(context: ProbeContext): Promise<Observation> {
  const played = await listPlayed(context);
  const main = played.find(({ event }) => event.name === context.event);
  const toKey = ({ event }: PlayedEvent): string => event.ownObjects.join(" ");
  const crossings = played.flatMap((target) => {
    const twin = played.find((each) => each !== target && toKey(each) === toKey(target));
    return [...new Set([main, twin])].flatMap((from) => (from && from !== target ? [{ from, target }] : []));
  });
  const mistakes: Mistake[] = [];
  for (const { from, target } of crossings) {
    const url = toEventUrl(context.till.url, target.event.name);
    const result = await postTo(context, { ...from.sent, url });
    mistakes.push(...judgeRefusal(`${from.event.name} at /${target.event.name}`, result));
  }
  return conclude(
    mistakes,
    `Rejected, ${crossings.length} times.`,
    `Check that a body has its event's own object. Remember the event for which each signature came, and reject it for any other with status 400 and INVALID_DATA: the URL is not signed.${harmless(mistakes)}`,
  );
}

/** The first time that each event was played. */
async function listPlayed({ playSale }: ProbeContext): Promise<readonly PlayedEvent[]> {
  const { events, payment } = await playSale();
  const all = [...events, ...payment];
  return all.filter(({ event }, index) => all.findIndex((each) => each.event === event) === index);
}

function judgeRefusal(where: string, result: PostResult): readonly Mistake[] {
  if (result.kind === "none") return [{ where, what: `no answer (${result.cause.kind})`, isSure: true }];
  const { status } = result;
  if (status >= 400 && status < 500) return [];
  if (status >= 500) return [{ where, what: `the server fails (status ${status})`, isSure: true }];
  if (status >= 300) return [{ where, what: `it redirects (status ${status})`, isSure: true }];
  const error = findError(result);
  if (error)
    return [{ where, what: `its error ${quote(error.code)} has status ${status}, not 400`, isSure: true }];
  const [part] = Object.keys(readAnswer(result));
  if (part === undefined) return [{ where, what: emptyAnswer, isSure: false }];
  return [{ where, what: `accepted, and answered with ${quote(part)}`, isSure: true }];
}

const emptyAnswer = "accepted, with an empty answer";

const harmless = (mistakes: readonly Mistake[]): string =>
  mistakes.some(({ what }) => what === emptyAnswer)
    ? " An empty answer does no harm for events that you do not use."
    : "";

function readAnswer(result: PostResult | undefined): JsonObject {
  const json =
    result?.kind === "reply" && result.status === 200 && parseJson(Buffer.from(result.body).toString());
  return isObject(json) ? json : {};
}

function readPart(result: PostResult | undefined, name: string): JsonObject {
  const part = getOwn(readAnswer(result), name);
  return isObject(part) ? part : {};
}

function judgePace({ durations }: ProbeContext): Observation {
  const [slowest = { event: "", duration: 0 }] = durations.toSorted((a, b) => b.duration - a.duration);
  const saw = `The slowest answer took ${slowest.duration} ms`;
  // A person notices a wait of about this length.
  return slowest.duration < 1000
    ? well(`${saw}.`)
    : wrong(
        `${saw} (${slowest.event}), and a cashier has to wait for it.`,
        "Answer first and work later; how long the POS waits is not documented.",
      );
}
