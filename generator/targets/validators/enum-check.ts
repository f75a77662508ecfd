import { formatRelease } from "../../time/release.js";
import type { Fleet } from "../../time/fleet.js";
import { formatReason } from "../../view/reasons.js";
import type { EnumView, Reason } from "../../view/view.js";
import type { Place } from "./place.js";
import { isNotIn, spansLiteral } from "./release-test.js";
import type { Reporting } from "./reporting.js";
import { branches, literal, when, type Code, type Lines } from "./statements.js";

/** Statements that check the value of a closed enum; an open one takes any text. */
export function checkEnum(
  { open, values, forbidden }: EnumView,
  place: Place,
  { fleet, report }: { readonly fleet: Fleet; readonly report: Reporting },
): Lines {
  if (open) return [];
  const expected = `expected: ${literal(listOf(values.map(({ value }) => value)))}`;
  const unwanted = forbidden.map(({ value, reason }) => ({
    test: `${place.value} === ${literal(value)}`,
    lines: report.fault(
      place,
      "value",
      `${expected}, name: ${literal(value)}, forbidden: ${forbiddenLiteral(reason, fleet)}`,
    ),
  }));
  const timed = values.flatMap(({ value, exists }) =>
    exists === undefined
      ? []
      : when(
          `${place.value} === ${literal(value)} && ${isNotIn(exists)}`,
          report.fault(place, "value not there", `name: ${literal(value)}, spans: ${spansLiteral(exists)}`),
        ),
  );
  const unknown = values.map(({ value }) => `${place.value} !== ${literal(value)}`);
  return [
    ...branches([
      ...unwanted,
      {
        ...(unknown.length > 0 && { test: unknown.join(" && ") }),
        lines: report.fault(place, "value", expected),
      },
    ]),
    ...timed,
  ];
}

function listOf(values: readonly string[]): string {
  const quoted = values.map((value) => JSON.stringify(value));
  return quoted.length > 1 ? `one of ${quoted.join(", ")}` : quoted.join("");
}

/** Why something that the spec knows may not be sent, as data of the emitted code. */
export function forbiddenLiteral(reason: Reason, fleet: Fleet): Code {
  const release = reason.kind === "added" ? `, addedIn: ${literal(formatRelease(reason.release))}` : "";
  return `{ reason: ${literal(formatReason(reason, fleet))}${release} }`;
}
