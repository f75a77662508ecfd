// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { ConversationOptions, DedupeOptions } from "../api/options.js";
import type { Store } from "../api/store.js";
import { withStoreTimeout } from "../store/store-timeout.js";

/** The stores of the options: undefined where the usual one, in memory, is meant. */
export interface GuardedStores {
  readonly dedupe: Store | undefined;
  readonly conversations: Store | undefined;
}

/** Gives each store its time-out. One that is given twice is one here: who finds it silent spares the other the wait. */
export function guardStores(
  dedupe: DedupeOptions | undefined,
  conversations: ConversationOptions | undefined,
): GuardedStores {
  const [one, other] = [dedupe?.store, conversations?.store];
  const guarded = one && withStoreTimeout(one);
  return { dedupe: guarded, conversations: other === one ? guarded : other && withStoreTimeout(other) };
}
