import type { HardCase } from "./hard-case.js";
import { signatureCases } from "./signatures.js";
import { bodyCases } from "./bodies.js";
import { transportCases } from "./transport.js";
import { operationCases } from "./operation.js";

/** What the emitted receiver must stand, R1 to R63. */
export const receiverCases: readonly HardCase[] = [
  ...signatureCases,
  ...bodyCases,
  ...transportCases,
  ...operationCases,
];
