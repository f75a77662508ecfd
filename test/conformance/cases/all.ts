import type { Case } from "../case.js";
import { bodyCases } from "./bodies.js";
import { detailCases } from "./details.js";
import { eventCases } from "./events.js";
import { handlerCases } from "./handlers.js";
import { listedCases } from "./listed.js";
import { queuedCases } from "./queued.js";
import { signatureCases } from "./signatures.js";

/** What each adapter must do with HTTP, or with what its platform makes of it. */
export const wireCases: readonly Case[] = [...listedCases, ...signatureCases, ...bodyCases, ...handlerCases];

/** What depends on the real contract, or on which handlers a receiver has. */
export const contractCases: readonly Case[] = [...eventCases, ...detailCases, ...queuedCases];
