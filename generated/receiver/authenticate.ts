// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { toBase64 } from "./base64.js";
import type { Awaitable } from "./handlers.js";
import type { Log } from "./log.js";
import { refusals, type Step } from "./refusal.js";
import { findSigner } from "./signature.js";
import type { KnownSubscription, Namesakes } from "./subscriptions.js";

/** Finds out which of the subscriptions that share an id has signed a body; refuses one that none has. */
export function authenticate(
  namesakes: Namesakes,
  bytes: Uint8Array,
  signature: string,
  log: Log,
): Awaitable<Step<KnownSubscription>> {
  if (signature === "") return { refusal: refusals.noSignature };
  // Every key of all of them is tried, whichever one fits.
  const signers = namesakes.map(({ keys }) => findSigner(keys, bytes, signature));
  const judge = (found: readonly number[]): Awaitable<Step<KnownSubscription>> => {
    const index = found.findIndex((signer) => signer !== -1);
    const sender = namesakes[index];
    if (sender === undefined) return refuseSignature(namesakes, bytes, signature, log);
    noteOldSecret(sender, found[index] ?? 0, log);
    return { value: sender };
  };
  return areKnown(signers)
    ? judge(signers)
    : Promise.all(signers.map((signer) => Promise.resolve(signer))).then(judge);
}

/** Node's own crypto answers at once, and a promise would cost what is saved by that. */
function areKnown(signers: readonly Awaitable<number>[]): signers is readonly number[] {
  return !signers.some((signer) => signer instanceof Promise);
}

/** In bytes. */
const mostForHint = 10_000;

async function refuseSignature(
  namesakes: Namesakes,
  bytes: Uint8Array,
  signature: string,
  log: Log,
): Promise<Step<KnownSubscription>> {
  // Whoever is trying out a sender sends little; to look for the mistake in more would be work for strangers.
  if (bytes.length <= mostForHint) {
    const areText = await Promise.all(namesakes.map((each) => isSignedWithText(each, bytes, signature)));
    if (areText.includes(true)) warnOfTextKey(namesakes, log);
  }
  return { refusal: refusals.wrongSignature };
}

function noteOldSecret({ id, keys }: KnownSubscription, signer: number, log: Log): void {
  if (signer === 0) return;
  log.info({ subscriptionId: id }, `the POS still signs with secret ${signer + 1} of ${keys.length}`);
}

function warnOfTextKey([{ id }]: Namesakes, log: Log): void {
  log.warn(
    { subscriptionId: id },
    "the sender used the text of the secret as its key; the key is the secret, base64-decoded",
  );
}

/** The mistake that is most often made by who writes a sender. */
async function isSignedWithText(
  { keys }: KnownSubscription,
  bytes: Uint8Array,
  signature: string,
): Promise<boolean> {
  const [first, ...others] = keys;
  return (await findSigner([toText(first), ...others.map(toText)], bytes, signature)) !== -1;
}

function toText(key: Uint8Array): Uint8Array {
  return new TextEncoder().encode(toBase64(key));
}
