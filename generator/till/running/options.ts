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
export function readOptions(options: TillOptions, album: TillContract): TillSetUp {
  mustBeSecret(options.secret);
  const { model } = album;
  const makeId = createIds(options.seed ?? Math.floor(Math.random() * 2 ** 32));
  const release = readRelease(
    options.release,
    model.releases.map((each) => each.release),
  );
  const id = options.product ?? model.products[0]?.id ?? "";
  const product = requireNamed(
    "product",
    id,
    model.products.map((each) => [each.id, each] as const),
  );
  for (const event of Object.keys(options.events ?? {}))
    requireNamed(
      "event",
      event,
      model.events.map((each) => [each.name, each] as const),
    );
  return {
    model,
    release,
    product,
    makeId,
    snapshot: album.at(release),
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

/** A secret is base64 of 16 bytes or more, in its one spelling, as the receiver takes it. */
function mustBeSecret(secret: string): void {
  const key = decodeSecret(secret);
  if (key.length >= 16 && Buffer.from(key).toString("base64") === secret) return;
  throw new TillError(
    "misuse",
    "The secret has to be base64 of 16 bytes or more, as the back office shows it.",
  );
}
