// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { toResult, type CompiledCheck } from "./compiled-check.js";
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
  options: ResponseOptions = {},
): Result<T> {
  const { version: shop, unsupported = "reject" } = options;
  const version = parseRelease(shop);
  if (shop !== undefined && version === undefined) {
    const message = `${JSON.stringify(shop)} is not a release of the POS.`;
    return { ok: false, problems: [{ path: "", code: "unknown-version", message }] };
  }
  const context = shop === undefined || version === undefined ? {} : { version, shop };
  const result = toResult<T>(check, body, context);
  if (result.ok || unsupported === "reject") return withoutNested(result);
  const whole = toResult<T>(check, body, { any: true });
  return whole.ok ? omitUnsupported(check, body, context) : whole;
}

/** Of what the shop does not have at all, what is wrong inside it is not worth saying. */
function withoutNested<T>(result: Result<T>): Result<T> {
  if (result.ok) return result;
  const { problems } = result;
  const missing = problems
    .filter(({ code }) => code === "unsupported-property")
    .map(({ path }) => `${path}/`);
  return {
    ...result,
    problems: problems.filter(({ path }) => !missing.some((start) => path.startsWith(start))),
  };
}
