// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { RawRequest } from "../api/raw-message.js";
import { authenticate } from "../auth/authenticate.js";
import type { Candidates, KnownSubscription } from "../auth/subscriptions.js";
import { readBody } from "../http/body.js";
import { readHeader, refuseEncoding } from "../http/header-check.js";
import type { Outcome } from "../http/refusal.js";
import { readSubscriptionId } from "../http/subscription-id.js";
import type { Settings } from "../settings/settings.js";
import { andThen, type Awaitable } from "../values/awaitable.js";

/** A body with its signature, and the subscription that signed it. */
export interface SignedRequest {
  readonly bytes: Uint8Array;
  readonly signature: string;
  readonly subscription: KnownSubscription;
}

/**
 * Reads the body of a request and verifies its signature.
 * @param onNamed Called with a subscription of the id in the request, before anything is verified.
 */
export function admit(
  settings: Settings,
  request: RawRequest,
  onNamed: (subscription: KnownSubscription) => void,
): Awaitable<Outcome<SignedRequest>> {
  return andThen(settings.findSubscription(readSubscriptionId(request)), (candidates) => {
    if (candidates.refusal) return candidates;
    onNamed(candidates.value[0]);
    const encoded = refuseEncoding(request);
    if (encoded) return { refusal: encoded };
    return andThen(readBody(request, settings), (bytes) =>
      bytes.refusal ? bytes : verifySender(settings, request, candidates.value, bytes.value),
    );
  });
}

function verifySender(
  { log }: Settings,
  request: RawRequest,
  candidates: Candidates,
  bytes: Uint8Array,
): Awaitable<Outcome<SignedRequest>> {
  const signature = readHeader(request, "x-mplus-signature");
  return andThen(authenticate(candidates, bytes, signature, log), (sender): Outcome<SignedRequest> =>
    sender.refusal ? sender : { value: { bytes, signature, subscription: sender.value } },
  );
}
