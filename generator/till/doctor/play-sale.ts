import { randomUUID } from "node:crypto";
import { getAt, getOwn, isArray, isObject, putAt, type Json, type JsonObject } from "../../base/json.js";
import type { EventModel, Model } from "../../contract/model/model.js";
import type { TillActName } from "../../contract/read/dialect.js";
import { effects } from "../engine/effects.js";
import { post } from "../engine/post.js";
import { sign } from "../engine/signature.js";
import type { EventSetUp, Exchange, Till } from "../engine/till-types.js";
import { TillError } from "../engine/till-error.js";
import { withoutOwn } from "../engine/request.js";
import type { RawRequest } from "./facts.js";
import type { Examination, PlayedEvent, PlayedSale } from "./probe.js";

export const postTo = ({ deadline, till: { signal } }: Examination, request: RawRequest) =>
  post({ ...request, deadline, signal });

/** The order of the sale, by what an event reports. `undefined`: nothing. After the end of a sale, a new one begins. */
const order: readonly (TillActName | undefined)[] = [
  ...(["openSale", "putLine", "scan", "setRelation", "putLine", "changeLine", "takeLine"] as const),
  undefined,
  ...(["goToPayment", "leavePayment", "pay", "recallSale", "endSale"] as const),
];

/** Sends each event of the till twice: in a sale that is paid and credited, and in a payment that is cancelled. */
export async function playSale(examination: Examination): Promise<PlayedSale> {
  const { model } = examination;
  const till = openTill(examination);
  const events: PlayedEvent[] = [];
  for (const event of order.flatMap((act) => listEvents(model, act)))
    if (!isMute(events)) events.push(...(await playEvent(examination, till, event)));
  await till.close();
  if (isMute(events)) return { events, payment: [], laterPolls: [], isPaymentOpen: false, isCut: true };
  events.push(...(await playAtFullPrice(examination, events)));
  return { events, ...(await playPayment(examination)), isCut: false };
}

/** True after some events in a row without an answer: each further one would take the whole deadline. */
const isMute = (played: readonly PlayedEvent[]): boolean =>
  played.length >= maxSilent && played.slice(-maxSilent).every(({ second }) => second.kind === "none");

const maxSilent = 3;

/**
 * Sends each event again whose lines all had a discount, after a new line whose answer is not used: only then can its
 * own answer give a discount.
 */
async function playAtFullPrice(examination: Examination, before: readonly PlayedEvent[]) {
  const { model } = examination;
  const till = openTill(examination, isNotNewLine);
  const played: PlayedEvent[] = [];
  for (const event of order.slice(0, order.indexOf("leavePayment")).flatMap((act) => listEvents(model, act)))
    if (before.some((each) => each.event === event && hasOnlyDiscounts(each))) {
      await sendNewLine(till, model);
      // Takes the last line.
      if (event.till[0]?.act === "takeLine") await sendNewLine(till, model);
      played.push(...(await playEvent(examination, till, event)));
    }
  await till.close();
  return played;
}

const isNotNewLine = ({ till: [report] }: EventModel): boolean => report?.act !== "putLine";

/** False without lines. */
function hasOnlyDiscounts({ first: { request } }: PlayedEvent): boolean {
  const lines = getAt(request, ["session", "lines"]);
  const isFull = (line: Json): boolean => getOwn(line, "externalDiscount") === undefined;
  return isArray(lines) && lines.length > 0 && !lines.some(isFull);
}

/** Starts a sale at the first call. */
async function sendNewLine(till: Till, model: Model): Promise<void> {
  const acts = till.session.lines.length === 0 ? (["openSale", "putLine"] as const) : (["putLine"] as const);
  for (const event of acts.flatMap((act) => listEvents(model, act)))
    await tryAt(() => sendEventAt(till, event, model));
}

/** Sends each event for which the docs recommend polling, in a sale with a line at full price. */
export async function playPolls(examination: Examination): Promise<readonly Exchange[]> {
  const { model } = examination;
  const advised = model.flows.flatMap(({ setUp }) => setUp.filter(({ polling }) => polling === true));
  const events = model.events.filter(
    ({ name, alwaysBlocking }) => !alwaysBlocking && advised.some(({ event }) => event === name),
  );
  const till = openTill(examination, isNotNewLine, events);
  const exchanges: Exchange[] = [];
  for (const event of events) {
    await sendNewLine(till, model);
    exchanges.push(...(await tryAt(() => sendEventAt(till, event, model))));
  }
  await till.close();
  return exchanges;
}

/** In milliseconds of the till's clock: time that no server notices. */
const pollEvery = 1000;

/** A till only judges and uses answers to blocking events. */
function openTill(
  { startTill, till, model }: Examination,
  isBlocking: (event: EventModel) => boolean = () => true,
  polls: readonly EventModel[] = [],
): Till {
  const toSetUp = (event: EventModel): EventSetUp => ({
    blocking: isBlocking(event),
    polling: polls.includes(event) || undefined,
  });
  const events = Object.fromEntries(model.events.map((event) => [event.name, toSetUp(event)]));
  return startTill({ ...till, events, clock: "virtual", settings: { ...till.settings, pollEvery } });
}

const listEvents = ({ events }: Model, act: TillActName | undefined): readonly EventModel[] =>
  events.filter(({ till: [report], echoes, alwaysBlocking }) => {
    return report?.act === act && !alwaysBlocking && (act === "payOutside" || echoes.length === 0);
  });

async function playEvent(examination: Examination, till: Till, event: EventModel) {
  return repeatAll(examination, await tryAt(() => sendEventAt(till, event, examination.model)));
}

async function sendEventAt(till: Till, event: EventModel, model: Model): Promise<readonly Exchange[]> {
  if (till.session.open) await till.cancel();
  return [await till.send(event.name, makeParts(event, model))];
}

/** The till makes all else from the sale. */
function makeParts(event: EventModel, model: Model): JsonObject {
  const [{ act, at } = {}] = event.till;
  if (act === "changeLine" && at) return putAt({}, [at.object, at.property], { quantity: 2 });
  return act === "putLine" || act === "scan" || act === "setRelation" ? findParts(model, event) : {};
}

/** A till of another release, or one that an answer has locked, sends nothing. */
async function tryAt(act: () => Promise<readonly Exchange[]>): Promise<readonly Exchange[]> {
  try {
    return await act();
  } catch (fault) {
    if (fault instanceof TillError) return [];
    throw fault;
  }
}

async function repeatAll(examination: Examination, exchanges: readonly Exchange[]) {
  const played: PlayedEvent[] = [];
  for (const first of exchanges) {
    const event = examination.model.events.find(({ name }) => name === first.event);
    const sent = { url: first.url, headers: first.headers, body: Buffer.from(first.body) };
    if (!event) continue;
    const second = first.verdict.kind === "silent" ? first.result : undefined;
    played.push({ event, sent, first, second: second ?? (await postTo(examination, sent)) });
  }
  return played;
}

/** Takes the parts of the example whose answer does most to a sale: a card that is known, an article with a discount. */
export function findParts({ examples }: Model, event: EventModel): JsonObject {
  const shown = examples.filter(({ event: name, request }) => name === event.name && isObject(request));
  const count = ({ response }: (typeof shown)[number]): number =>
    effects.filter(({ at }) => getAt(response, at) !== undefined).length;
  const [best] = shown.toSorted((a, b) => count(b) - count(a));
  return best ? withoutOwn(best.request as JsonObject, event) : {};
}

/** Cancels after one poll, so that a real payment costs nobody anything. Then sends its start once more. */
async function playPayment(examination: Examination): Promise<Omit<PlayedSale, "events" | "isCut">> {
  const {
    model,
    till: { secret },
  } = examination;
  const till = openTill(examination);
  const payment: PlayedEvent[] = [];
  const play = async (act: () => Promise<readonly Exchange[]>): Promise<void> =>
    void payment.push(...(await repeatAll(examination, await tryAt(act))));
  const poll = () => till.wait(pollEvery);
  await sendNewLine(till, model);
  for (const event of listEvents(model, "payOutside")) await play(() => sendEventAt(till, event, model));
  const isRunning = (): boolean => till.pending.some(({ canEnd }) => canEnd);
  await play(poll);
  if (isRunning()) await play(async () => [await till.cancel()].flatMap((exchange) => exchange ?? []));
  if (isRunning()) await play(poll);
  const isPaymentOpen = till.openPayments.length > 0;
  await till.close();
  const [start, firstPoll] = payment;
  if (!start || !firstPoll) return { payment, laterPolls: [], isPaymentOpen };
  const before = await postTo(examination, renumber(firstPoll, 1000, secret));
  await postTo(examination, start.sent);
  const after = await postTo(examination, renumber(firstPoll, 1001, secret));
  return { payment, laterPolls: [before, after], isPaymentOpen };
}

/** The same request as an event of its own, with a higher counter. */
function renumber({ sent, first: { request } }: PlayedEvent, more: number, secret: string): RawRequest {
  const counter = Number(getAt(request, ["event", "eventCounter"]) ?? 0) + more;
  return signAnew(sent, putAt(request, ["event", "eventCounter"], counter), secret);
}

/** The same request in another sale and at another time, as if the counter had begun anew. `ids` are the old ones. */
export function moveToOtherSale({ sent, first: { request } }: PlayedEvent, secret: string) {
  const timestamp = new Date(Date.now() + 60_000).toISOString().replace("Z", "+00:00");
  const later = JSON.stringify(putAt(request, ["event", "eventTimestamp"], timestamp));
  const found = later.matchAll(/"(?:sessionId|lineId)":"([^"]+)"/g);
  const ids = [...new Set([...found].map(([, id = ""]) => id))];
  const text = ids.reduce((all, id) => all.replaceAll(`"${id}"`, `"${randomUUID()}"`), later);
  return { ids, moved: signAnew(sent, JSON.parse(text) as JsonObject, secret) };
}

export function signAnew(request: RawRequest, content: JsonObject, secret: string): RawRequest {
  const body = Buffer.from(JSON.stringify(content));
  return { ...request, body, headers: { ...request.headers, "X-Mplus-Signature": sign(body, secret) } };
}
