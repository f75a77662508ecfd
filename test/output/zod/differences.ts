import { isDeepStrictEqual } from "node:util";
import { listPaths } from "../../workbench/json-paths.js";
import type { Case } from "../agreement/cases.js";

/** What both say of a document. */
export interface Verdicts {
  readonly ours: { readonly ok: boolean; readonly value?: unknown };
  readonly zods: { readonly ok: boolean; readonly value?: unknown };
}

/** Where zod may judge otherwise than the validators, and why it does. */
export interface Difference {
  readonly name: string;
  readonly reason: string;
  readonly explains: (verdicts: Verdicts, about: Case) => boolean;
}

/** Whether both say the same, and read the same value. */
export const agree = ({ ours, zods }: Verdicts): boolean =>
  ours.ok === zods.ok && (!ours.ok || isDeepStrictEqual(ours.value, zods.value));

const hasName = (document: unknown, name: string): boolean =>
  listPaths(document).some((path) => path.at(-1) === name);

/** Every difference that is known. Each must be met: one that is gone leaves the list. */
export const differences: readonly Difference[] = [
  {
    name: "an unknown property __proto__ of a request",
    reason: "Zod never copies it; the validators keep it as a property like any other.",
    explains: ({ ours, zods }, { document, body }) =>
      ours.ok && zods.ok && body !== "response" && hasName(document, "__proto__"),
  },
  {
    name: "an older spelling in an answer",
    reason: "Who writes an answer with these schemas has the canonical name at hand; zod takes no other.",
    explains: ({ ours, zods }, { body, done }) =>
      ours.ok && !zods.ok && body === "response" && done.includes("use a name's legacy spelling"),
  },
];
