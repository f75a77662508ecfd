import { exploreReceiver, type ExploreOptions } from "../../../generator/till/explore/explore.js";
import { startTill } from "../../../generator/till/engine/start-till.js";
import { atShop, reader } from "../desk.js";
import { ownContract } from "../own-spec.js";
import { builtIn } from "../proof/built-in.js";

const { url, subscription, secret } = atShop;
export const shop = { url, subscription, secret };

/** Explores a receiver in this process with a known seed, without a limit of time. */
export const explore = (fetch: typeof globalThis.fetch, options: Partial<ExploreOptions> = {}) =>
  exploreReceiver({
    contract: ownContract(),
    startTill: (till) => startTill(ownContract(), till),
    reader: reader(),
    till: { ...shop, fetch },
    releases: [undefined],
    sources: [...builtIn().values()].map((scenario) => ({ scenario, values: scenario.values })),
    seed: 1,
    time: 3_600_000,
    maxWalks: 20,
    ...options,
  });
