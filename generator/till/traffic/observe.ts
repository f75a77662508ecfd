import {
  inferFromRequest,
  listUnknown,
  notInSpec,
} from "../../../templates/copied/receiver/handling/evidence.js";
import type { Validators } from "../../../templates/copied/validators/results.js";
import { getAt, getOwn, isObject, parseJson, type Json, type JsonObject } from "../../base/json.js";
import { getOrCreate } from "../../base/once.js";
import { parseRelease } from "../../base/time/release.js";
import type { SignedRequest } from "../engine/deliver.js";
import { judgeAnswer, readFailure, describeSilence, type SentEvent } from "../engine/judge-answer.js";
import type { TillPlans } from "../engine/flows.js";
import type { PostResult } from "../engine/post.js";
import { adoptSession } from "../engine/request.js";
import { noteOlderShops } from "../engine/older-shops.js";
import { openSale, questionKinds, type Sale } from "../engine/sale.js";
import { matchesSignature } from "../engine/signature.js";
import { describeSale } from "../engine/start-till.js";
import { createSetUp, type TillContract, type TillSetUp } from "../engine/till-set-up.js";
import type { LeftOut, Verdict } from "../engine/till-types.js";
import { noEffect, toReply, useAnswer, type AnswerOutcome } from "../engine/use-answer.js";
import { noConsequences, type Consequences } from "../engine/consequences.js";
import type { SeenExchange } from "../engine/seen-exchange.js";
import { isErrorReport } from "../engine/read-request.js";

export interface ObserverOptions {
  readonly contract: TillContract;
  /** Undefined skips the signature checks. */
  readonly secret: string | undefined;
  /** Undefined if unknown. */
  readonly findRelease: (subscription: string) => string | undefined;
}

/** As sent on the wire. Header names are in lower case. */
export interface WireExchange extends Pick<SeenExchange, "event" | "at" | "source" | "url" | "headers"> {
  readonly bytes: Uint8Array;
  readonly result: PostResult;
}

export type Observe = (wire: WireExchange) => SeenExchange;

/** The observer remembers the newest release that each shop's requests prove. */
export function createObserver({ contract, secret, findRelease }: ObserverOptions): Observe {
  const { validators } = contract;
  const proved = new Map<string, string>();
  const setUps = new Map<string, TillSetUp>();
  const verify = (body: Uint8Array, signature = ""): boolean | undefined =>
    secret === undefined ? undefined : matchesSignature(body, signature, secret);
  return ({ bytes, ...wire }) => {
    const { event, headers, url } = wire;
    const isSigned = verify(bytes, headers["x-mplus-signature"]);
    // Nothing of a stranger is parsed.
    const text = isSigned === false ? "" : Buffer.from(bytes).toString();
    const read = parseJson(text);
    // The same key signs both directions, so a stranger may send back an answer of the server.
    const isEcho = isSigned === true && !isRequest(read);
    const isVerified = isEcho ? false : isSigned;
    const subscription = headers["x-mplus-subscription-id"] ?? "";
    const reply = wire.result.kind === "reply" ? wire.result : undefined;
    const signature = reply?.headers["x-mplus-signature"];
    const result = isVerified === false && reply ? { ...reply, body: copyStart(reply.body) } : wire.result;
    const known = {
      ...{ ...wire, subscription, isVerified, result, ...toReply(result), leftOut: [] },
      isAnswerVerified: reply && signature ? verify(reply.body, signature) : undefined,
    };
    // A stranger's request and its answer are not kept in full.
    if (isVerified === false) {
      const body = copyStart(bytes).toString();
      const verdict = judgeStatus(result);
      return {
        ...known,
        body,
        request: {},
        ...noEffect,
        verdict,
        isEcho,
        runs: undefined,
        unknown: [],
        consequences: noConsequences,
      };
    }
    const request = isObject(read) ? read : {};
    const { version } = inferFromRequest(validators.rules, request, event);
    const isNewer = version && toNumber(version) > toNumber(proved.get(subscription));
    if (isNewer && (proved.size < maxShops || proved.has(subscription))) proved.set(subscription, version);
    const release = findRelease(subscription);
    const shop = { contract, secret, release, proved: proved.get(subscription), setUps };
    const { unknown, isFit } = checkRequest(event, read, validators);
    return {
      ...known,
      ...{ body: text, request, unknown, isEcho },
      ...judge({ event, request, isFit, sent: { url, headers, body: text } }, result, shop),
      runs: shop.release ? `v${shop.release.replace(/^v/, "")}` : shop.proved && `v${shop.proved} or later`,
    };
  };
}

/** Every request has one of these objects, and no answer has. */
const isRequest = (read: unknown): boolean =>
  ["event", "original"].some((name) => isObject(getOwn(read, name)));

/** Bounds what `listen` remembers of shops, because without a secret, strangers can make up any number of them. */
export const maxShops = 10_000;

/** In bytes. */
const maxOfStranger = 10_000;

/** A copy with memory of its own: a view would keep all of the bytes, and `Buffer.from(bytes)` all of Node's pool. */
const copyStart = (bytes: Uint8Array): Buffer =>
  Buffer.from(new Uint8Array(bytes.subarray(0, maxOfStranger)).buffer);

const toNumber = (release: string | undefined): number => parseRelease(release) ?? 0;

interface Shop extends Pick<ObserverOptions, "contract" | "secret"> {
  readonly release: string | undefined;
  readonly proved: string | undefined;
  readonly setUps: Map<string, TillSetUp>;
}

interface CheckedRequest {
  readonly event: string;
  readonly request: JsonObject;
  readonly isFit: boolean;
  readonly sent: SignedRequest;
}

type JudgedAnswer = AnswerOutcome & Pick<SeenExchange, "consequences">;

const withoutEffect = (outcome: AnswerOutcome): JudgedAnswer => ({
  ...outcome,
  consequences: noConsequences,
});

/** Judges an answer as a till of the shop would, with only what the request says about the sale. */
function judge(
  { event: name, request, isFit, sent }: CheckedRequest,
  result: PostResult,
  { contract, secret, release, proved, setUps }: Shop,
): JudgedAnswer {
  const event = contract.model.events.find((each) => each.name === name);
  // A report's answer has no effect.
  if (!event || isErrorReport(request)) return withoutEffect({ ...noEffect, verdict: judgeStatus(result) });
  const blocking = getAt(request, ["event", "eventBlocking"]) === true;
  const setUp = getOrCreate(setUps, `${name} ${release} ${blocking}`, () =>
    createSetUp({ release, events: { [name]: { blocking } }, settings }, contract),
  );
  const turn: SentEvent = { event, request, sent };
  const verdict = judgeAnswer(turn, result, secret, setUp);
  if (verdict.kind !== "taken") return withoutEffect({ ...noEffect, verdict });
  const { answer } = verdict;
  const notes =
    release === undefined ? noteOlderShops(name, answer, contract, proved) : noteLaterShop(release, proved);
  // The effect on a sale of unknown shape cannot be judged.
  if (!isFit) return withoutEffect({ ...noEffect, verdict, notes });
  const { current: sale } = adoptSession({ current: openSale("") }, request);
  const used = useAnswer({ flowProgress: [], pending: [], sale, now: 0 }, { event, request, answer }, setUp);
  return {
    verdict: used.verdict,
    unused: used.unused,
    notes: [...used.notes, ...notes],
    consequences: "sale" in used ? listChanges(sale, used, answer, setUp) : noConsequences,
  };
}

function listChanges(
  before: Sale,
  { sale, progress }: { readonly sale: Sale; readonly progress: TillPlans },
  answer: JsonObject,
  setUp: TillSetUp,
): Consequences {
  const kind = questionKinds.find((each) => getOwn(answer, each) !== undefined);
  const question = kind && { kind, content: answer[kind] as Json };
  const known = new Map(Object.entries(describeSale(before, undefined, setUp)));
  const changed = Object.entries(describeSale(sale, question, setUp)).filter(
    ([name, value]) => value !== known.get(name),
  );
  return {
    changed: Object.fromEntries<Json>(changed),
    next: progress.pending.map(({ order, at }) => ({ event: order.event.name, after: at })),
  };
}

const noteLaterShop = (release: string, proved: string | undefined): readonly LeftOut[] =>
  toNumber(proved) <= toNumber(release)
    ? []
    : [{ path: "", message: `Its requests prove v${proved}, which is newer than --release says.` }];

/** Lenient, because only the shop's back office knows these settings. */
const settings = { anyLineMayBeDeleted: true, amountMayBeChanged: true };

function judgeStatus(result: PostResult): Verdict {
  if (result.kind === "none") return { kind: "silent", findings: [describeSilence(result.cause)] };
  return result.status === 200 ? noEffect.verdict : readFailure(result);
}

const maxUnknown = 5;

function checkRequest(event: string, request: unknown, { rules, validateRequest }: Validators) {
  const refuse = (path: string, message: string) => ({ isFit: false, unknown: [{ path, message }] });
  if (!rules.events.has(event)) return refuse(`event ${event}`, notInSpec);
  if (!isObject(request)) return refuse("", "The request is not a JSON object.");
  if (isErrorReport(request)) return { isFit: false, unknown: [] };
  const unknown: readonly LeftOut[] = listUnknown(rules, event, request);
  const checked = validateRequest(event, request);
  const all = [...unknown, ...(checked.ok ? [] : checked.problems)];
  const more = { path: "", message: `and ${all.length - maxUnknown} more.` };
  return { isFit: checked.ok, unknown: all.length > maxUnknown ? [...all.slice(0, maxUnknown), more] : all };
}
