// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Given, QuestionKind } from "./ask.js";
import type { Awaitable } from "./handlers.js";
import { isObject, type JsonObject } from "./json-body.js";
import { createKey } from "./key.js";
import { roundOf, tillOf } from "./occurrence.js";
import { createMemoryStore, type Store } from "./store.js";
import type { KnownSubscription } from "./subscriptions.js";

/** How the answers of a user are remembered from one round of an event to the next. */
export interface ConversationOptions {
  /** Default: the memory of this process. */
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

/** A request, as far as it tells which conversation it belongs to. */
export interface Round {
  readonly event: string;
  readonly body: JsonObject;
  readonly subscription: KnownSubscription;
  /** The objects that make the event what it is. */
  readonly ownObjects: readonly string[];
}

interface Journal {
  /** The round that ended with a question, as text. */
  readonly round: string | undefined;
  readonly answered: readonly Given[];
  /** What was asked last. */
  readonly kind: QuestionKind;
}

/** An hour. */
const usualKeepFor = 60 * 60 * 1000;

/** Starts to remember conversations. */
export function createConversations({
  store = createMemoryStore(),
  keepFor = usualKeepFor,
}: ConversationOptions = {}): FindConversation {
  return (round) => {
    const { body } = round;
    return {
      async recall() {
        // A request without any answer begins anew, whatever was asked before.
        if (!isObject(body["dialog"]) && !isObject(body["form"])) return [];
        const text = await store.add(await keyOf(round), nothingKept, keepFor);
        return recallFrom(text ? (JSON.parse(text) as Journal) : undefined, body);
      },
      async suspend(answered, kind) {
        const journal: Journal = { round: toText(roundOf(body)), answered, kind };
        await store.set(await keyOf(round), toText(journal) ?? nothingKept, keepFor);
      },
      async end() {
        await store.delete(await keyOf(round));
      },
    };
  };
}

const nothingKept = "";

/** The spec has no 64-bit integer in an answer of a user; what else is too large for JSON is kept as its digits. */
function toText(value: unknown): string | undefined {
  return JSON.stringify(value, (_name, part: unknown) => (typeof part === "bigint" ? String(part) : part));
}

/**
 * A round that comes twice has its question put again. Where nothing was kept (a restart, say) the answer is taken for
 * the one to the first question, if it fits.
 */
function recallFrom(journal: Journal | undefined, body: JsonObject): readonly Given[] {
  if (journal?.round !== undefined && journal.round === toText(roundOf(body))) return journal.answered;
  const kind = journal?.kind ?? (isObject(body["form"]) ? "form" : "dialog");
  const answer = body[kind];
  return isObject(answer) ? [...(journal?.answered ?? []), { kind, answer }] : [];
}

/** The till, its session and what the event is about: they are the same in every round. */
function keyOf({ event, body, subscription, ownObjects }: Round): Awaitable<string> {
  const session = isObject(body["session"]) ? body["session"] : {};
  const about = ownObjects.map((name) => body[name]);
  return createKey(subscription, ["conversation", event, tillOf(body), session["sessionId"], about]);
}
