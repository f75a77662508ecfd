import { formatRelease, parseRelease, type Release } from "../../time/release.js";
import type { TillOptions } from "../api/till.js";
import type { TillContract } from "./contract.js";
import { TillError } from "../values/error.js";
import { createIds } from "../values/ids.js";
import { requireNamed } from "../values/named.js";
import { decodeSecret } from "../wire/sign.js";
import type { TillSetUp } from "../request/request.js";
import { readSettings } from "../api/settings.js";

/**
 * Checks the options of a till.
 * @throws TillError if one of them is at fault
 */
export function readOptions(options: TillOptions, contract: TillContract): TillSetUp {
  mustBeWellFormed(options);
  const { model } = contract;
  const makeId = createIds(options.seed ?? Math.floor(Math.random() * 2 ** 32));
  const release = readRelease(
    options.release,
    model.releases.map((each) => each.release),
  );
  const id = options.product ?? model.products[0]?.id ?? "";
  const product = requireNamed("product", id, model.products, (each) => each.id);
  for (const event of Object.keys(options.events ?? {}))
    requireNamed("event", event, model.events, (each) => each.name);
  return {
    model,
    release,
    product,
    makeId,
    snapshot: contract.at(release),
    settings: readSettings(options.settings ?? {}),
    events: options.events ?? {},
    instanceId: makeId(),
  };
}

function readRelease(asked: string | undefined, known: readonly Release[]): Release {
  const newest = known.at(-1);
  if (newest === undefined) throw new Error("The spec lists no release.");
  const release = asked === undefined ? newest : parseRelease(asked);
  if (release === undefined)
    throw new TillError("misuse", `${JSON.stringify(asked)} is no release: write 48, 59.3 or 59.3.4.`);
  if (release <= newest) return release;
  const message = `The webhooks of v${formatRelease(release)} are not known: the newest known release is v${formatRelease(newest)}.`;
  throw new TillError("misuse", message);
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
} satisfies Record<keyof TillOptions, true>;

/** What TypeScript holds too, for those who do not write it; no message repeats a value that may be the secret. */
function mustBeWellFormed(options: TillOptions): void {
  for (const name of Object.keys(options))
    requireNamed("option", name, Object.keys(optionNames), (each) => each);
  const { subscription, secret, clock = "real" } = options;
  if (typeof subscription !== "string" || !/^[\x20-\x7e\x80-\xff]*$/.test(subscription))
    throw new TillError("misuse", "The subscription has to be a text that a header can hold.");
  if (!["real", "virtual"].includes(clock)) throw new TillError("misuse", "The clock is real or virtual.");
  mustBeSecret(secret);
}

/** A secret is base64 of 16 bytes or more, in its one spelling, as the receiver takes it. */
function mustBeSecret(secret: unknown): void {
  const key = typeof secret === "string" ? Buffer.from(decodeSecret(secret)) : Buffer.alloc(0);
  if (key.length >= 16 && key.toString("base64") === secret) return;
  throw new TillError(
    "misuse",
    "The secret has to be base64 of 16 bytes or more, as the back office shows it.",
  );
}
