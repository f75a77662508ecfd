import type { Case } from "../case.js";
import { bodyCases } from "./bodies.js";
import { closingCases } from "./closing.js";
import { contentCases } from "./content.js";
import { detailCases } from "./details.js";
import { eventCases } from "./events.js";
import { handlerCases } from "./handlers.js";
import { headerCases } from "./headers.js";
import { limitCases } from "./limits.js";
import { methodCases } from "./methods.js";
import { operationCases } from "./operation.js";
import { pathCases } from "./paths.js";
import { pollingCases } from "./polling.js";
import { queuedCases } from "./queued.js";
import { reportCases } from "./reports.js";
import { securityCases } from "./security.js";
import { signatureCases } from "./signatures.js";
import { subscriptionCases } from "./subscriptions.js";

export const cases: readonly Case[] = [
  ...eventCases,
  ...methodCases,
  ...pathCases,
  ...headerCases,
  ...subscriptionCases,
  ...signatureCases,
  ...contentCases,
  ...bodyCases,
  ...limitCases,
  ...detailCases,
  ...handlerCases,
  ...pollingCases,
  ...reportCases,
  ...operationCases,
  ...queuedCases,
  ...securityCases,
  ...closingCases,
];
