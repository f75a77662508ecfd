// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { noRelease, toResult, type CompiledCheck, type CheckContext } from "./compiled-check.js";
import { omitUnsupported } from "./omit.js";
import { parseRelease } from "./release.js";
import type { Result } from "./result.js";

/** How a response is checked, where releases differ in what they take (`--responses gated`). */
export interface ResponseOptions {
  /** The release of the shop that asked. Left out: only what every shop of the fleet takes passes. */
  readonly version?: string | undefined;
  /**
   * What to do with a part that this shop does not take: `reject` the response, or `omit` the part and what
   * cannot stand without it, and say so in `omitted`. Default: `reject`.
   */
  readonly unsupported?: "reject" | "omit" | undefined;
}

/** Runs the compiled check of a response for one shop. */
export function toResponseResult<T>(
  check: CompiledCheck,
  body: unknown,
  { version, unsupported = "reject" }: ResponseOptions = {},
): Result<T> {
  const context = version === undefined ? noRelease : contextOf(version);
  if (context === undefined) {
    const message = `${JSON.stringify(version)} is not a release of the POS.`;
    return { ok: false, problems: [{ path: "", code: "unknown-version", message }] };
  }
  const result = toResult<T>(check, body, context);
  if (result.ok || unsupported === "reject") return result;
  const whole = toResult<T>(check, body, { any: true });
  return whole.ok ? omitUnsupported(check, body, context) : whole;
}

function contextOf(release: string): CheckContext | undefined {
  const version = parseRelease(release);
  return version === undefined ? undefined : { version, release };
}
