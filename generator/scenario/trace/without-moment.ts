import type { Json } from "../../json.js";

const moment = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$|^\d{4}-\d\d-\d\dT\d\d:\d\d/i;

/**
 * A value without ids and times, which are others each time; undefined if nothing else is in it. What would stand for a value
 * in a scenario stands for itself.
 */
export function withoutMoment(value: Json): Json | undefined {
  if (typeof value === "string") return moment.test(value) ? undefined : value.replaceAll("${", () => "$${");
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value))
    return keep(
      (value as readonly Json[]).flatMap((item) => withoutMoment(item) ?? []),
      value,
    );
  const parts = Object.entries(value).map(([key, part]) => [key, withoutMoment(part)] as const);
  return keep(
    Object.fromEntries(parts.filter((part): part is [string, Json] => part[1] !== undefined)),
    value,
  );
}

/** What was empty before stays. */
const keep = <T extends object>(rest: T, before: object): T | undefined =>
  Object.keys(rest).length > 0 || Object.keys(before).length === 0 ? rest : undefined;
