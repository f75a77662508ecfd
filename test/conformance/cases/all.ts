import type { Case } from "../case.js";
import { bodyCases } from "./bodies.js";
import { closingCases } from "./closing.js";
import { contentCases } from "./content.js";
import { detailCases } from "./details.js";
import { eventCases } from "./events.js";
import { handlerCases } from "./handlers.js";
import { headerCases } from "./headers.js";
import { healthCases } from "./health.js";
import { limitCases } from "./limits.js";
import { methodCases } from "./methods.js";
import { pathCases } from "./paths.js";
import { queuedCases } from "./queued.js";
import { signatureCases } from "./signatures.js";
import { subscriptionCases } from "./subscriptions.js";

/** What each adapter must do with HTTP, or with what its platform makes of it. */
export const wireCases: readonly Case[] = [
  ...methodCases,
  ...pathCases,
  ...headerCases,
  ...subscriptionCases,
  ...signatureCases,
  ...contentCases,
  ...bodyCases,
  ...limitCases,
  ...handlerCases,
  ...healthCases,
  ...closingCases,
];

/** What depends on the real contract, or on which handlers a receiver has. */
export const contractCases: readonly Case[] = [...eventCases, ...detailCases, ...queuedCases];
