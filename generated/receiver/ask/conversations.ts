// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { QuestionKind } from "../api/ask.js";
import type { ConversationOptions } from "../api/options.js";
import { getRound, getSubject } from "../store/event-identity.js";
import { createKey, digest, type KeyOwner } from "../store/key.js";
import { createMemoryStore } from "../store/memory-store.js";
import { sealStore, type SealedKey } from "../store/sealed-store.js";
import type { Awaitable } from "../values/awaitable.js";
import { isObject, type JsonObject } from "../values/json-object.js";
import { pickKnown, type KnownParts } from "../version/known-parts.js";
import type { UserAnswer } from "./questions.js";

/** The rounds of one event: the event, and its repeats with an answer of the user. */
export interface Conversation {
  /** Reads the answers of earlier rounds, and the one in this request. */
  recall(): Promise<readonly UserAnswer[]>;
  /** Remembers the answers before the question that ends this round. */
  suspend(answered: readonly UserAnswer[], kind: QuestionKind): Awaitable<unknown>;
  /** Forgets everything: the handler has finished. */
  end(): Awaitable<unknown>;
}

/** Finds the conversation that a request belongs to. */
export type FindConversation = (call: ConversationCall) => Conversation;

/** One request of a conversation. */
export interface ConversationCall {
  readonly delivery: KeyOwner & { readonly event: string; readonly body: JsonObject };
  /** The body under the canonical names of its properties. */
  readonly request: unknown;
}

interface Journal {
  /** A digest of the round that ended with a question: what a user fills in may be long. */
  readonly round: string | undefined;
  readonly answered: readonly UserAnswer[];
  /** The kind of the last question. */
  readonly kind: QuestionKind;
}

/** An hour. */
const usualKeepFor = 60 * 60 * 1000;

/** Remembers conversations. Parts of a user's answer that the types do not know are not kept. */
export function createConversations(
  contract: {
    readonly knownParts: KnownParts;
    readonly ownObjects: Readonly<Record<string, readonly string[]>>;
  },
  { store = createMemoryStore(), keepFor = usualKeepFor }: ConversationOptions = {},
): FindConversation {
  const sealed = sealStore(store);
  return ({ delivery, request }) => {
    const { event, subscription } = delivery;
    // Once, at the first question, because a handler may change its request between questions.
    const begin = once(async () => ({
      key: {
        key: await createConversationKey(delivery, contract.ownObjects[event] ?? []),
        subscription,
      } satisfies SealedKey,
      round: await digestRound(delivery),
    }));
    const given = pickKnown(contract.knownParts, event, request, ["dialog", "form"]);
    return {
      async recall() {
        const { key, round } = await begin();
        // A request without an answer starts again, whatever was asked before.
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

/** In characters. It is read in every round, so a large one would make every small request expensive. */
const longestJournal = 16 * 1024;

const tooLong = (length: number): string =>
  `what the user has answered takes ${length} characters; at most ${longestJournal} are remembered`;

const nothingKept = "";

async function digestRound({
  body,
  subscription,
}: ConversationCall["delivery"]): Promise<string | undefined> {
  const round = getRound(body);
  return round && (await digest(subscription, ["round", ...round]));
}

/** The spec has no 64-bit integers in a user's answer; other integers that are too large for JSON are kept as text. */
function toText(journal: Journal): string {
  return JSON.stringify(journal, (_name, part: unknown) => (typeof part === "bigint" ? String(part) : part));
}

/**
 * A round that comes twice asks its question again. If nothing was kept (after a restart, say) the answer counts as one
 * to the first question, if it fits.
 */
function recallFrom(
  journal: Journal | undefined,
  round: string | undefined,
  given: JsonObject,
): readonly UserAnswer[] {
  if (journal?.round !== undefined && journal.round === round) return journal.answered;
  const kind = journal?.kind ?? (isObject(given["form"]) ? "form" : "dialog");
  const answer = given[kind];
  return isObject(answer) ? [...(journal?.answered ?? []), { kind, answer }] : [];
}

/** The same in every round. */
function createConversationKey(
  delivery: ConversationCall["delivery"],
  ownObjects: readonly string[],
): Awaitable<string> {
  const { event, body } = delivery;
  return createKey(delivery, ["conversation", event, getSubject(body, ownObjects)]);
}
