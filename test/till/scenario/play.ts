import { playAtNewTill, type NewTillOptions } from "../../../generator/till/scenario/play-at-new-till.js";
import type { ScenarioResult } from "../../../generator/till/scenario/scenario.js";
import { startTill } from "../../../generator/till/engine/start-till.js";
import { ownContract } from "../own-spec.js";
import { readOne } from "./reader.js";
import { secret } from "./shop.js";

export const play = (text: string, options: Partial<NewTillOptions> = {}): Promise<ScenarioResult> =>
  playAtNewTill(
    readOne(text),
    { url: "http://café.example/mplus", subscription: "shop-12", secret, clock: "virtual", ...options },
    (till) => startTill(ownContract(), till),
  );
