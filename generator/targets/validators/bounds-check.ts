import type { Place } from "./place.js";
import type { Bound, Reporting } from "./reporting.js";
import { when, type Code, type Lines } from "./statements.js";

const beyond: Readonly<Record<Bound, "<" | ">">> = {
  minimum: "<",
  maximum: ">",
  minLength: "<",
  maxLength: ">",
  minItems: "<",
  maxItems: ">",
};

type Limits = Readonly<Partial<Record<Bound, number | undefined>>>;

/** Statements that hold what was measured of a value against its limits. */
export const checkBounds = (limits: Limits, measured: Code, place: Place, report: Reporting): Lines =>
  (Object.keys(beyond) as Bound[]).flatMap((bound) => {
    const limit = limits[bound];
    if (limit === undefined) return [];
    const lines = report.fault(place, bound, `limit: ${limit}`);
    return when(`${measured} ${beyond[bound]} ${limit}`, lines);
  });
