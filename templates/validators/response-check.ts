import type { CheckContext } from "./check-context.js";
import { toResult, type CompiledCheck } from "./compiled-check.js";
import { describeTimed } from "./fault-problem.js";
import { mustBeInFleet, isWithin, type Fleet, type PartialEvent } from "./fleet-check.js";
import { omitUnsupported } from "./omit.js";
import { parseRelease } from "./release.js";
import type { Result } from "./result.js";

/** How a response is checked where releases differ in what they take (`--responses gated`). */
export interface ResponseOptions {
  /**
   * The release of the shop that asked, which must be in the fleet. Left out: only what every shop of the fleet takes is
   * valid.
   */
  readonly version?: string | undefined;
  /**
   * What to do with a part that this shop does not take: `reject` the response, or `omit` the part and what requires it,
   * and list both in `omitted`. Default: `reject`.
   */
  readonly unsupported?: "reject" | "omit" | undefined;
}

/** The shops that may have sent the request. */
interface Shops {
  readonly fleet: Fleet;
  /** The event that is answered, if not every shop of the fleet has it. */
  readonly event?: PartialEvent;
}

/**
 * Runs the compiled check of a response for one shop.
 * @throws RangeError when the shop's release lies outside the fleet.
 */
export function toResponseResult<T>(
  check: CompiledCheck,
  body: unknown,
  { version, unsupported = "reject" }: ResponseOptions = {},
  { fleet, event }: Shops,
): Result<T> {
  const context: CheckContext | undefined = version === undefined ? { fleet } : toContext(version, fleet);
  if (context === undefined) {
    const message = `${JSON.stringify(version)} is not a release of the POS.`;
    return { ok: false, problems: [{ path: "", code: "unknown-version", message }] };
  }
  if (event && context.version !== undefined && !isWithin(context.version, event.spans)) {
    return { ok: false, problems: [describeTimed({ path: "", kind: "event not there", ...event }, context)] };
  }
  const result = toResult<T>(check, body, context);
  if (result.ok || unsupported === "reject") return result;
  const whole = toResult<T>(check, body, { any: true });
  return whole.ok ? omitUnsupported(check, body, context) : whole;
}

function toContext(release: string, fleet: Fleet): CheckContext | undefined {
  const version = parseRelease(release);
  if (version === undefined) return undefined;
  mustBeInFleet(version, release, fleet);
  return { version, release, fleet };
}
