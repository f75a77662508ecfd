import type { Coherence } from "./coherence.js";
import { contractCoherences } from "./contract-coherences.js";
import { lineCoherences } from "./line-coherences.js";
import { moneyCoherences } from "./money-coherences.js";
import { tillCoherences } from "./till-coherences.js";

/**
 * What must agree within a request, from the vendor's pages, its WSDL, arithmetic and common sense. The list was
 * written before any code that makes bodies was read. Where the pages leave a question open, each answer agrees.
 */
export const coherences: readonly Coherence[] = [
  ...contractCoherences,
  ...tillCoherences,
  ...lineCoherences,
  ...moneyCoherences,
];
