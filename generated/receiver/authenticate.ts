// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Log } from "./log.js";
import { refusals, type Refusal } from "./refusal.js";
import { findSigner } from "./signature.js";
import type { KnownSubscription } from "./subscriptions.js";

/** Refuses a body that none of the subscription's secrets has signed. */
export function refuseSignature(
  subscription: KnownSubscription,
  bytes: Uint8Array,
  signature: string,
  log: Log,
): Refusal | undefined {
  if (signature === "") return refusals.noSignature;
  const fields = { subscriptionId: subscription.id };
  const signer = findSigner(subscription.keys, bytes, signature);
  if (signer > 0)
    log.info(fields, `the POS still signs with secret ${signer + 1} of ${subscription.keys.length}`);
  if (signer !== -1) return undefined;
  if (isSignedWithText(subscription, bytes, signature)) {
    log.warn(
      fields,
      "the sender used the text of the secret as its key; the key is the secret, base64-decoded",
    );
  }
  return refusals.wrongSignature;
}

/** The mistake that is most often made by who writes a sender. */
function isSignedWithText({ keys }: KnownSubscription, bytes: Uint8Array, signature: string): boolean {
  const [first, ...others] = keys;
  return findSigner([toText(first), ...others.map(toText)], bytes, signature) !== -1;
}

function toText(key: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(key).toString("base64"));
}
