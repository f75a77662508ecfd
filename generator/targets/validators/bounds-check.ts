import type { Bound } from "../../../templates/validators/checks.js";
import { code, type Code } from "../../text/code.js";
import type { Reporting } from "./reporting.js";
import { when, type Statements } from "./statements.js";
import type { Subject } from "./subject.js";

const breaks: Readonly<Record<Bound, (measured: Code, limit: number) => Code>> = {
  minimum: (measured, limit) => code`${measured} < ${limit}`,
  maximum: (measured, limit) => code`${measured} > ${limit}`,
  minLength: (measured, limit) => code`${measured} < ${limit}`,
  maxLength: (measured, limit) => code`${measured} > ${limit}`,
  minItems: (measured, limit) => code`${measured} < ${limit}`,
  maxItems: (measured, limit) => code`${measured} > ${limit}`,
};

/** The limits that a value may have. */
export type Limits = Readonly<Partial<Record<Bound, number | undefined>>>;

/** Compares what was measured of the subject with its limits. */
export const checkBounds = (
  limits: Limits,
  measured: Code,
  subject: Subject,
  report: Reporting,
): Statements =>
  (Object.keys(breaks) as Bound[]).flatMap((bound) => {
    const limit = limits[bound];
    if (limit === undefined) return [];
    return when(breaks[bound](measured, limit), report.fault(subject, bound, { limit }));
  });
