// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { CheckContext } from "./check-context.js";
import { refuse, type CompiledCheck } from "./compiled-check.js";
import { isPolluted } from "./own.js";
import { readNoted } from "./read-noted.js";
import type { Result } from "./result.js";

/**
 * Runs the compiled check of a request. A value that is as documented is returned as it came; of any other that is
 * accepted, a copy is returned, in which everything has its canonical place and what was left out is missing.
 */
export function toRequestResult<T>(check: CompiledCheck, body: unknown): Result<T> {
  const context: CheckContext = isPolluted() ? { notes: undefined, polluted: true } : { notes: undefined };
  const found = check(body, context);
  if (found !== undefined) return refuse(found, context);
  if (context.notes === undefined) return { ok: true, value: body as T };
  const read = readNoted(body, context.notes);
  return { ok: true, ...read, value: read.value as T };
}
