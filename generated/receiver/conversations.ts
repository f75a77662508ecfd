// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Given, QuestionKind } from "./ask.js";
import type { AnyContract } from "./contract.js";
import type { Delivery } from "./delivery.js";
import type { Awaitable } from "./handlers.js";
import { isObject, type JsonObject } from "./json-body.js";
import { createKey, digest } from "./key.js";
import { keepKnown } from "./known-objects.js";
import { roundOf, subjectOf } from "./occurrence.js";
import { sealStore, type SealedKey } from "./sealed-store.js";
import { createMemoryStore, type Store } from "./store.js";

/** How the answers of a user are remembered from one round of an event to the next. */
export interface ConversationOptions {
  /** Default: {@link createMemoryStore}, with its quota for each subscription. */
  readonly store?: Store | undefined;
  /** How long a question may stay unanswered, in milliseconds. Default: an hour. */
  readonly keepFor?: number | undefined;
}

/** What one event and its repetitions with an answer have in common. */
export interface Conversation {
  /** The answers that earlier rounds and this request hold. */
  recall(): Promise<readonly Given[]>;
  /** Remembers what was answered before the question that ends this round. */
  suspend(answered: readonly Given[], kind: QuestionKind): Awaitable<unknown>;
  /** Forgets it all: the handler has come to its end. */
  end(): Awaitable<unknown>;
}

/** Finds the conversation that a request belongs to. */
export type FindConversation = (round: Round) => Conversation;

/** One of the deliveries that a conversation goes over. */
export interface Round {
  readonly delivery: Pick<Delivery, "event" | "body" | "subscription">;
  /** The body under the canonical names of its properties. */
  readonly request: unknown;
}

interface Journal {
  /** The round that ended with a question, as a digest: what a user fills in may be long. */
  readonly round: string | undefined;
  readonly answered: readonly Given[];
  /** What was asked last. */
  readonly kind: QuestionKind;
}

/** An hour. */
const usualKeepFor = 60 * 60 * 1000;

/** Starts to remember conversations. Of what a user answered, it keeps what the types know. */
export function createConversations(
  contract: Pick<AnyContract, "knownParts" | "ownObjects">,
  { store = createMemoryStore(), keepFor = usualKeepFor }: ConversationOptions = {},
): FindConversation {
  const sealed = sealStore(store);
  return ({ delivery, request }) => {
    const { event, subscription } = delivery;
    // Once, at the first question: a handler may change its request from one question to the next.
    const begin = once(async () => ({
      key: { key: await keyOf(delivery, contract.ownObjects[event] ?? []), subscription } satisfies SealedKey,
      round: await digestRound(delivery),
    }));
    const given = keepKnown(contract.knownParts, event, request, ["dialog", "form"]);
    return {
      async recall() {
        const { key, round } = await begin();
        // A request without any answer begins anew, whatever was asked before.
        if (!isObject(given["dialog"]) && !isObject(given["form"])) return [];
        const text = await sealed.add(key, nothingKept, keepFor);
        return recallFrom(text ? (JSON.parse(text) as Journal) : undefined, round, given);
      },
      async suspend(answered, kind) {
        const { key, round } = await begin();
        const text = toText({ round, answered, kind });
        if (text.length > longestJournal) throw new Error(tooLong(text.length));
        await sealed.set(key, text, keepFor);
      },
      async end() {
        await sealed.delete((await begin()).key);
      },
    };
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** In characters. It is read again in each round, so that a large one would make each small request a large one. */
const longestJournal = 16 * 1024;

const tooLong = (length: number): string =>
  `what the user has answered takes ${length} characters; up to ${longestJournal} are remembered`;

const nothingKept = "";

async function digestRound({ body, subscription }: Round["delivery"]): Promise<string | undefined> {
  const round = roundOf(body);
  return round && (await digest(subscription, ["round", ...round]));
}

/** The spec has no 64-bit integer in an answer of a user; what else is too large for JSON is kept as its digits. */
function toText(journal: Journal): string {
  return JSON.stringify(journal, (_name, part: unknown) => (typeof part === "bigint" ? String(part) : part));
}

/**
 * A round that comes twice has its question put again. Where nothing was kept (a restart, say) the answer is taken for
 * the one to the first question, if it fits.
 */
function recallFrom(
  journal: Journal | undefined,
  round: string | undefined,
  given: JsonObject,
): readonly Given[] {
  if (journal?.round !== undefined && journal.round === round) return journal.answered;
  const kind = journal?.kind ?? (isObject(given["form"]) ? "form" : "dialog");
  const answer = given[kind];
  return isObject(answer) ? [...(journal?.answered ?? []), { kind, answer }] : [];
}

/** What it is about is the same in every round. */
function keyOf(
  { event, body, subscription }: Round["delivery"],
  ownObjects: readonly string[],
): Awaitable<string> {
  return createKey(subscription, ["conversation", event, subjectOf(body, ownObjects)]);
}
