import { toBase64 } from "../values/base64.js";
import type { Awaitable } from "../values/awaitable.js";
import type { Log } from "../api/log.js";
import { refusals, type Outcome } from "../http/refusal.js";
import { findSigner } from "./signature.js";
import type { Candidates, KnownSubscription } from "./subscriptions.js";

/** Finds the subscription that signed a body, among those that share an id; refuses the body if none did. */
export function authenticate(
  candidates: Candidates,
  bytes: Uint8Array,
  signature: string,
  log: Log,
): Awaitable<Outcome<KnownSubscription>> {
  if (signature === "") return { refusal: refusals.noSignature };
  // All keys of all candidates are tried, so that the time taken does not tell which one matched.
  const signers = candidates.map(({ keys }) => findSigner(keys, bytes, signature));
  const judge = (found: readonly number[]): Awaitable<Outcome<KnownSubscription>> => {
    const index = found.findIndex((signer) => signer !== -1);
    const sender = candidates[index];
    if (sender === undefined) return refuseSignature(candidates, bytes, signature, log);
    logOldSecret(sender, found[index] ?? 0, log);
    return { value: sender };
  };
  return areKnown(signers)
    ? judge(signers)
    : Promise.all(signers.map((signer) => Promise.resolve(signer))).then(judge);
}

/** Node's crypto answers synchronously; waiting for a promise would cost what that saves. */
function areKnown(signers: readonly Awaitable<number>[]): signers is readonly number[] {
  return !signers.some((signer) => signer instanceof Promise);
}

/** In bytes. */
const longestForHint = 10_000;

async function refuseSignature(
  candidates: Candidates,
  bytes: Uint8Array,
  signature: string,
  log: Log,
): Promise<Outcome<KnownSubscription>> {
  // Somebody who tests a sender sends small bodies; checking larger ones would let strangers cost us time.
  if (bytes.length <= longestForHint) {
    const signedWithText = await Promise.all(
      candidates.map((each) => isSignedWithText(each, bytes, signature)),
    );
    if (signedWithText.includes(true)) warnOfTextKey(candidates, log);
  }
  return { refusal: refusals.wrongSignature };
}

function logOldSecret({ id, keys }: KnownSubscription, signer: number, log: Log): void {
  if (signer === 0) return;
  log.info({ subscriptionId: id }, `the POS still signs with secret ${signer + 1} of ${keys.length}`);
}

function warnOfTextKey([{ id }]: Candidates, log: Log): void {
  log.warn(
    { subscriptionId: id },
    "the sender used the text of the secret as its key; the key is the secret, base64-decoded",
  );
}

/** The most frequent mistake in senders: the base64 text of the secret used as the key. */
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
