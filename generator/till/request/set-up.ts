import type { Snapshots, Snapshot } from "../../lattice/snapshot.js";
import type { EventModel, Model, ProductModel, TillActModel } from "../../model/model.js";
import { formatRelease, parseRelease, type Release } from "../../time/release.js";
import { existsAt } from "../../time/spans.js";
import { readSettings, type TillSettings } from "../api/settings.js";
import type { EventSetUp, TillOptions } from "../api/till.js";
import { misuse, requireNamed, TillError } from "../values/error.js";
import { decodeSecret } from "../wire/sign.js";
import { explainAbsence } from "./fit.js";

/** What a till is, which does not change while it runs. */
export interface TillSetUp {
  readonly model: Model;
  readonly snapshot: Snapshot;
  readonly release: Release;
  readonly product: ProductModel;
  readonly settings: TillSettings;
  readonly events: Readonly<Record<string, EventSetUp>>;
  readonly instanceId: string;
  readonly makeId: () => string;
}

/** An event that a till sends. */
export interface PossibleEvent {
  readonly event: string;
  readonly description: string;
  /** What is done at the till before it is sent, and the part of the request that each act is about. */
  readonly acts: readonly TillActModel[];
  /** Whether the till waits for the answer, where the subscription does not say. */
  readonly blocking: boolean;
  /** Whether the till repeats it until an answer ends that, where the subscription does not say. */
  readonly polling: boolean;
}

/**
 * Checks the options of a till.
 * @throws TillError if one of them is at fault
 */
export function readOptions(options: TillOptions, contract: Snapshots): TillSetUp {
  mustBeWellFormed(options);
  return readContract(options, contract);
}

/**
 * Every event that a till of a release and product sends. What somebody wants to do is found by its act, never by the name of an event.
 * @throws TillError if there is no such release or product
 */
export function listPossible(
  contract: Snapshots,
  release?: string,
  product?: string,
): readonly PossibleEvent[] {
  const setUp = readContract({ release, product }, contract);
  const possible = setUp.model.events.filter((event) => whyNotSent(event, setUp) === undefined);
  return possible.map((event) => ({
    event: event.name,
    description: event.prose.description,
    acts: event.till,
    blocking: isBlocking(event, setUp),
    polling: isPolling(event, setUp) === true,
  }));
}

type ContractOptions = Pick<TillOptions, "release" | "product" | "events" | "settings" | "seed">;

function readContract({ seed, events = {}, ...options }: ContractOptions, contract: Snapshots): TillSetUp {
  const { model } = contract;
  const makeId = createIds(seed ?? Math.floor(Math.random() * 2 ** 32));
  const release = readRelease(options.release, model);
  const products = model.products.map((each) => [each.id, each] as const);
  const product = requireNamed("product", options.product ?? products[0]?.[0] ?? "", products);
  for (const name of Object.keys(events)) requireNamed("event", name, listNames(model));
  const settings = readSettings(options.settings ?? {});
  const snapshot = contract.at(release);
  return { model, snapshot, release, product, settings, events, instanceId: makeId(), makeId };
}

function readRelease(asked: string | undefined, { releases }: Model): Release {
  const newest = releases.at(-1)?.release;
  if (newest === undefined) throw new Error("The spec lists no release.");
  const release = asked === undefined ? newest : parseRelease(asked);
  if (release === undefined)
    throw misuse(`${JSON.stringify(asked)} is no release: write 48, 59.3 or 59.3.4.`);
  if (release <= newest) return release;
  throw misuse(
    `The webhooks of v${formatRelease(release)} are not known: the newest known release is v${formatRelease(newest)}.`,
  );
}

const optionNames = {
  ...{ url: true, subscription: true, secret: true, release: true, product: true, events: true },
  ...{ settings: true, clock: true, fetch: true, seed: true, signal: true, onExchange: true },
} satisfies Record<keyof TillOptions, true>;

/** What TypeScript holds too, for those who do not write it; no message repeats a value that may be the secret. */
function mustBeWellFormed(options: TillOptions): void {
  for (const name of Object.keys(options)) requireNamed("option", name, Object.entries(optionNames));
  const { subscription, secret, clock = "real" } = options;
  if (typeof subscription !== "string" || !/^[\x20-\x7e\x80-\xff]*$/.test(subscription))
    throw misuse("The subscription has to be a text that a header can hold.");
  if (!["real", "virtual"].includes(clock)) throw misuse("The clock is real or virtual.");
  if (!isSecret(secret))
    throw misuse("The secret has to be base64 of 16 bytes or more, as the back office shows it.");
}

/** A secret is base64 of 16 bytes or more, in its one spelling, as the receiver takes it. */
function isSecret(secret: unknown): boolean {
  const key = typeof secret === "string" ? Buffer.from(decodeSecret(secret)) : Buffer.alloc(0);
  return key.length >= 16 && key.toString("base64") === secret;
}

/** Makes UUIDs (version 4), the same ones for the same seed: mulberry32, which is random enough to be told apart. */
function createIds(seed: number): () => string {
  let state = seed >>> 0;
  const nextDigit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) >>> 28;
  };
  const toDigit = (letter: string): string => {
    const digit = nextDigit();
    return (letter === "y" ? 8 + (digit % 4) : digit).toString(16);
  };
  return () => "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, toDigit);
}

const listNames = ({ events }: Model) => events.map((event) => [event.name, event] as const);

/**
 * Finds an event that this till sends.
 * @throws TillError if there is none of that name, or not for its release or product
 */
export function requireEvent(name: string, setUp: TillSetUp): EventModel {
  const event = requireNamed("event", name, listNames(setUp.model));
  const reason = whyNotSent(event, setUp);
  if (reason === undefined) return event;
  throw new TillError("not there", reason);
}

/** Why this till does not send an event; undefined: it does. */
export function whyNotSent({ name, exists }: EventModel, setUp: TillSetUp): string | undefined {
  const { release, product } = setUp;
  if (!existsAt(exists, release)) return explainAbsence(name, exists, release);
  const sends = product.sends.find((each) => each.name === name);
  if (sends?.standing !== "contradicted") return undefined;
  return `${product.name} does not send \`${name}\`: ${sends.basis}`;
}

/** Whether the till waits for the answer: as the subscription says, or else as the flows of the event advise. */
export function isBlocking({ name, alwaysBlocking }: EventModel, { events, model }: TillSetUp): boolean {
  const advised = model.flows.flatMap(({ setUp }) => setUp.filter(({ event }) => event === name));
  return alwaysBlocking || (events[name]?.blocking ?? advised.some(({ blocking }) => blocking));
}

/** Whether the till repeats the event until an answer says that it is done; undefined: it does not say. */
export function isPolling(event: EventModel, { events, settings }: TillSetUp): boolean | undefined {
  const asked = events[event.name]?.polling;
  if (event.alwaysBlocking) return true;
  if (asked !== undefined || !event.pollingOptional) return asked ?? false;
  return settings.paymentPolling === "absent" ? undefined : settings.paymentPolling === "true";
}
