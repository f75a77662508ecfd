import { toStringLiteral, type StringLiteral } from "../../text/escape.js";
import type { Fleet } from "../../time/fleet.js";
import { baseline, formatRelease } from "../../time/release.js";
import { describeShops } from "../../describe.js";
import { formatReason, isAside } from "../../view/reasons.js";
import type { ForbiddenView, ObjectView, Reason, TypeView, View } from "../../view/view.js";
import { toVerbatim, type Declaration } from "./declarations.js";

/** A property that answers may not have. */
type Forbidden = readonly [path: string, reason: Reason];

/**
 * Declares why answers may not have what is typed `never`, by its path: `dialog.dialogOptions[].disabled`; and why the
 * fleet lacks an event: `event printBill`. The receiver's types look a reason up, so that the compiler can say it. Where
 * events differ, all their reasons are said.
 */
export function declareForbiddenReasons({ events, foreignAnswers, omissions, fleet }: View): Declaration {
  const found = [
    ...foreignAnswers.forbidden.map(toForbidden("")),
    ...events.flatMap(({ response }) => listForbidden(response, "", [])),
    ...omissions.flatMap(({ what, reason }): Forbidden[] =>
      what.startsWith("event ") ? [[what, reason]] : [],
    ),
  ];
  const reasons = new Map<string, Set<StringLiteral>>();
  for (const [path, reason] of found) {
    const literal = toStringLiteral(describeForbidden(reason, fleet));
    reasons.set(path, (reasons.get(path) ?? new Set()).add(literal));
  }
  const properties = [...reasons].map(
    ([path, literals]) => [path, toVerbatim([...literals].join(" | ") as StringLiteral)] as const,
  );
  return {
    name: "ForbiddenReasons",
    comment: "Why an answer may not have a property that is typed `never`, for the compiler to say it.",
    schema: {
      type: "object",
      additionalProperties: false,
      properties: Object.fromEntries(properties),
      required: [...reasons.keys()],
    },
  };
}

const toForbidden =
  (place: string) =>
  ({ name, reason }: ForbiddenView): Forbidden => [`${place}${name}`, reason];

/** What is forbidden in an object and below, once in each object that it lies in. */
function listForbidden(object: ObjectView, place: string, above: readonly string[]): Forbidden[] {
  if (above.includes(object.name)) return [];
  const below = [...above, object.name];
  return [
    ...object.forbidden.filter(({ reason }) => !isAside(reason)).map(toForbidden(place)),
    ...object.properties.flatMap(({ name, type }) => listBelow(type, `${place}${name}`, below)),
  ];
}

function listBelow(type: TypeView, path: string, above: readonly string[]): Forbidden[] {
  if (type === "unknown") return [];
  return type.flatMap((kind) => {
    if (kind.kind === "array") return listBelow(kind.items, `${path}[]`, above);
    return kind.kind === "object" ? listForbidden(kind.object, `${path}.`, above) : [];
  });
}

/** How a sentence on the property goes on after its name. */
function describeForbidden(reason: Reason, fleet: Fleet): string {
  const { min } = fleet;
  switch (reason.kind) {
    case "added":
      return `is there since v${formatRelease(reason.release)}; your oldest shop ${min === baseline ? "may be older" : `runs v${formatRelease(min)}`}`;
    case "removed":
      return `is gone since v${formatRelease(reason.release)}: not in ${describeShops(fleet)}`;
    case "other-event":
      return `is ${formatReason(reason, fleet)}`;
    case "contradicted":
    case "nothing-common":
    case "no-safe-response":
    case "planned":
    case "seen":
      return `may not be sent: ${formatReason(reason, fleet)}`;
  }
}
