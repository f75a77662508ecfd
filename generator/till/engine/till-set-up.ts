import { createHash } from "node:crypto";
import type { Validators } from "../../../templates/copied/validators/results.js";
import { getAt, type JsonObject } from "../../base/json.js";
import type { Snapshots, Snapshot } from "../../contract/lattice/snapshot.js";
import type { EventModel, Model, ProductModel } from "../../contract/model/model.js";
import { formatRelease, parseRelease, type Release } from "../../base/time/release.js";
import { existsAt, addedIn, type Spans, uniteAll } from "../../base/time/spans.js";
import settings from "./settings.json" with { type: "json" };
import { misuse, requireNamed, TillError } from "./till-error.js";
import type { EventSetUp, TillOptions, TillSettings } from "./till-types.js";
import { decodeSecret } from "./signature.js";

/** The contract of every release. */
export interface TillContract extends Snapshots {
  readonly validators: Validators;
}

export interface TillSetUp extends Pick<TillContract, "validators" | "existence"> {
  readonly model: Model;
  readonly snapshot: Snapshot;
  readonly release: Release;
  readonly product: ProductModel;
  readonly settings: TillSettings;
  readonly events: Readonly<Record<string, EventSetUp>>;
  readonly instanceId: string;
  readonly makeId: () => string;
}

/**
 * Checks the options of a till.
 * @throws TillError if an option is invalid
 */
export function readTillOptions(options: TillOptions, contract: TillContract): TillSetUp {
  mustBeWellFormed(options);
  return createSetUp(options, contract);
}

/**
 * Makes a till's configuration without an endpoint.
 * @throws TillError if an option is invalid
 */
export function createSetUp(
  options: Pick<TillOptions, "release" | "product" | "events" | "settings" | "seed">,
  contract: TillContract,
): TillSetUp {
  const { model, validators, existence } = contract;
  const { events = {}, seed = Math.random() } = options;
  const makeId = createIds(seed);
  const release = readRelease(options.release, model);
  const products = model.products.map((each) => [each.id, each] as const);
  const product = requireNamed("product", options.product ?? products[0]?.[0] ?? "", products);
  for (const name of Object.keys(events)) requireEventName(name, model);
  const snapshot = contract.at(release);
  const known = { model, snapshot, release, product, validators, existence };
  return { ...known, settings: readSettings(options.settings ?? {}), events, instanceId: makeId(), makeId };
}

function readRelease(text: string | undefined, { releases }: Model): Release {
  const newest = releases.at(-1)?.release;
  if (newest === undefined) throw new Error("The spec lists no release.");
  const release = text === undefined ? newest : parseRelease(text);
  if (release === undefined)
    throw misuse(`${JSON.stringify(text)} is not a release: write 48, 59.3 or 59.3.4.`);
  if (release <= newest) return release;
  throw misuse(
    `v${formatRelease(release)} is unknown: the newest known release is v${formatRelease(newest)}.`,
  );
}

const rows = Object.entries(settings satisfies Readonly<Record<keyof TillSettings, unknown>>);

/** The first listed values. */
export const defaultSettings = Object.fromEntries(
  rows.map(([name, { values }]) => [name, values[0]]),
) as unknown as TillSettings;

/**
 * Fills in the defaults. Numbers, and texts that may be empty, may have other values than those listed.
 * @throws TillError if a setting is unknown, or has a value that it cannot have
 */
export function readSettings(given: Readonly<Record<string, unknown>>): TillSettings {
  const chosen = Object.entries(given).filter(([, value]) => value !== undefined);
  for (const [name, value] of chosen) {
    const values: readonly unknown[] = requireNamed("setting", name, rows).values;
    const type = typeof values[0];
    const isListed = type === "boolean" || (type === "string" && !values.includes(""));
    const isFit = typeof value === type && (type !== "number" || Number(value) >= 0);
    if (isListed ? values.includes(value) : isFit) continue;
    const choice = type === "number" ? "a number of 0 or more" : isListed ? values.join(" or ") : "a string";
    throw misuse(`The setting \`${name}\` must be ${choice}.`);
  }
  return { ...defaultSettings, ...Object.fromEntries(chosen) };
}

const optionNames = {
  url: true,
  subscription: true,
  secret: true,
  release: true,
  product: true,
  events: true,
  settings: true,
  clock: true,
  fetch: true,
  seed: true,
  signal: true,
  onExchange: true,
} satisfies Record<keyof TillOptions, true>;

/** Repeats TypeScript's checks at run time. No message quotes a value that may be the secret. */
function mustBeWellFormed(options: TillOptions): void {
  for (const name of Object.keys(options)) requireNamed("option", name, Object.entries(optionNames));
  const { subscription, secret, clock = "real" } = options;
  if (typeof subscription !== "string" || !/^[\x20-\x7e\x80-\xff]*$/.test(subscription))
    throw misuse("The subscription must be a string that is valid in a header.");
  if (!["real", "virtual"].includes(clock)) throw misuse("The clock must be real or virtual.");
  // Accepts only the canonical spelling, as the receiver does.
  const key = Buffer.from(typeof secret === "string" ? decodeSecret(secret) : []);
  if (key.length < 16 || key.toString("base64") !== secret)
    throw misuse("The secret must be base64 of 16 bytes or more, as the back office shows it.");
}

/** Makes the same UUIDs (version 4) for the same seed. */
function createIds(seed: number): () => string {
  let count = 0;
  return () => toUuid(createHash("sha256").update(`${seed} ${count++}`).digest("hex"));
}

/** `digits`: 32 or more hexadecimal digits. */
export const toUuid = (digits: string): string =>
  digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, "$1-$2-4$3-a$4-$5");

const listEventsByName = ({ events }: Model) => events.map((event) => [event.name, event] as const);

/**
 * Finds an event that this till sends.
 * @throws TillError if the event is unknown, or its release or product does not send it
 */
export function requireEvent(name: string, setUp: TillSetUp): EventModel {
  const event = requireEventName(name, setUp.model);
  const reason = whyNotSent(event, setUp);
  if (reason === undefined) return event;
  throw new TillError("not there", reason);
}

/**
 * Finds an event of any release.
 * @throws TillError if it is unknown
 */
export const requireEventName = (name: string, model: Model): EventModel =>
  requireNamed("event", name, listEventsByName(model));

/** Undefined if the till sends the event. */
export function whyNotSent({ name, exists }: EventModel, setUp: TillSetUp): string | undefined {
  const { release, product } = setUp;
  if (!existsAt(exists, release)) return explainAbsenceAtTill(name, exists, release);
  const sends = product.sends.find((each) => each.name === name);
  if (sends?.standing !== "contradicted") return undefined;
  return `${product.name} does not send \`${name}\`: ${sends.basis}`;
}

/**
 * Undefined if an answer can have the property. Ignores events that the release lacks: sending them gives a better
 * reason.
 */
export function whyNotAnswered(name: string, { model, release, existence }: TillSetUp): string | undefined {
  const events = model.events.filter(({ exists }) => existsAt(exists, release));
  const named = events.flatMap(({ response }) => response.properties.filter((each) => each.name === name));
  const exists = uniteAll(named.map(existence));
  return named.length === 0 || existsAt(exists, release)
    ? undefined
    : explainAbsenceAtTill(name, exists, release);
}

export function explainAbsenceAtTill(name: string, exists: Spans, release: Release): string {
  const since = addedIn(exists);
  const isLater = since !== undefined && since > release;
  const when = isLater ? `requires v${formatRelease(since)}` : "was removed";
  return `\`${name}\` ${when}; this till runs v${formatRelease(release)}.`;
}

/** Uses the subscription's setting, or else the advice of the event's flows. */
export function isBlocking({ name, alwaysBlocking }: EventModel, { events, model }: TillSetUp): boolean {
  const advised = model.flows.flatMap(({ setUp }) => setUp.filter(({ event }) => event === name));
  return alwaysBlocking || (events[name]?.blocking ?? advised.some(({ blocking }) => blocking));
}

export const asksToPoll = (request: JsonObject, { polling }: Model): boolean =>
  polling !== undefined && getAt(request, [polling.asks.object, polling.asks.property]) === true;

/** Undefined if the event's requests do not say. */
export function isPolling(event: EventModel, { events, settings: known }: TillSetUp): boolean | undefined {
  const setting = events[event.name]?.polling;
  if (event.alwaysBlocking) return true;
  if (setting !== undefined || !event.pollingOptional) return setting ?? false;
  return known.paymentPolling === "absent" ? undefined : known.paymentPolling === "true";
}
