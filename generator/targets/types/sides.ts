import { withoutShared, collectTypes, findProperty, isTakenBy } from "../../view/walk.js";
import { listWords, wrapText } from "../../text/words.js";
import type {
  EventView,
  NamedEnumView,
  ObjectView,
  TypeView,
  View,
  ForbiddenView,
  Reason,
} from "../../view/view.js";
import { commentWidth, toDocComment } from "../doc-comment.js";
import { toReference, type Base, type Declaration, type JSONSchema, toVerbatim } from "./declarations.js";
import { declareAnswer, declareInner, declareObject } from "./schema.js";
import { toStringLiteral, type StringLiteral } from "../../text/escape.js";
import type { Fleet } from "../../time/fleet.js";
import { baseline, formatRelease } from "../../time/release.js";
import { describeShops } from "../../describe.js";
import { formatReason, isAside } from "../../view/reasons.js";

/** One side of the contract, which is one file. */
export interface Side {
  readonly file: "requests" | "responses";
  /** The envelopes in reading order, the objects that they hold, and what lists them. */
  readonly declarations: readonly Declaration[];
  readonly enums: readonly NamedEnumView[];
  /** The names of the enums that the file mentions; one that only a gate checks is declared, but not mentioned. */
  readonly mentioned: readonly string[];
}

/** What shops send. */
export function createRequestSide(view: View): Side {
  const { fleet, commonRequest, errorRequest, events } = view;
  const envelopes = [
    declareObject(commonRequest, fleet),
    ...events.map(({ request }) =>
      declareObject(withoutShared(request, commonRequest), fleet, [commonRequest]),
    ),
    declareObject(errorRequest, fleet),
  ];
  const roots = [commonRequest, ...events.map(({ request }) => request), errorRequest];
  const byEvent = declareByEvent("WebhookRequests", "What the POS sends, by event.", events, (event) => ({
    ...toReference(event.request.name),
    description: toDocComment(event),
  }));
  const declare = (object: ObjectView): Declaration => declareInner(object, fleet);
  return createSide("requests", { envelopes, roots, declare, ends: [byEvent] });
}

/** What shops are answered. */
export function createResponseSide(view: View): Side {
  const { fleet, commonResponse, foreignAnswers, events } = view;
  const hasForeign = foreignAnswers.forbidden.length > 0;
  const envelopes = [
    declareObject(commonResponse, fleet),
    ...(hasForeign ? [declareObject(foreignAnswers, fleet)] : []),
    ...events.map((event) =>
      withKnown(
        event,
        declareObject(withoutShared(event.response, commonResponse), fleet, [
          commonResponse,
          ...(hasForeign ? [withoutAnswers(event.name, foreignAnswers)] : []),
        ]),
      ),
    ),
  ];
  const roots = [commonResponse, ...events.map(({ response }) => response)];
  const byEvent = declareByEvent("WebhookResponses", "What may be answered, by event.", events, (event) =>
    toReference(event.response.name),
  );
  const declare = (object: ObjectView): Declaration => declareAnswer(object, fleet);
  return createSide("responses", {
    envelopes,
    roots,
    declare,
    ends: [byEvent, declareForbiddenReasons(view)],
  });
}

const declareByEvent = (
  name: string,
  comment: string,
  events: readonly EventView[],
  toSchema: (event: EventView) => JSONSchema,
): Declaration => ({
  name,
  comment,
  schema: {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(events.map((event) => [event.name, toSchema(event)])),
    required: events.map((event) => event.name),
  },
});

/** The answers that only other events take are forbidden by name, so that the compiler can say whose they are. */
const withoutAnswers = (event: string, { name, forbidden }: ObjectView): Base => ({
  name,
  without: forbidden.filter((answer) => isTakenBy(event, answer)).map((answer) => answer.name),
});

/** Adds to a comment which answers are known to work here. */
function withKnown({ takes, response }: EventView, declaration: Declaration): Declaration {
  const names = takes
    .filter(({ standing, name }) => standing === "documented" && findProperty(response, name))
    .map(({ name }) => `\`${name}\``);
  const known = names.length === 0 ? "none of the common ones" : listWords(names, "and");
  const line = `${declaration.comment} Known to work here: ${known}.`;
  return { ...declaration, comment: wrapText(line, commentWidth).join("\n") };
}

interface Written {
  readonly envelopes: readonly Declaration[];
  readonly roots: readonly ObjectView[];
  readonly declare: (object: ObjectView) => Declaration;
  readonly ends: readonly Declaration[];
}

function createSide(file: Side["file"], { envelopes, roots, declare, ends }: Written): Side {
  const { objects, enums } = collectTypes(roots);
  const inner = objects.filter((object) => !envelopes.some(({ name }) => name === object.name));
  const mentioned = objects.flatMap(({ properties }) => properties.flatMap(({ type }) => listEnums(type)));
  return {
    file,
    declarations: [...envelopes, ...inner.map(declare), ...ends],
    enums,
    mentioned: [...new Set(mentioned)].sort(),
  };
}

function listEnums(type: TypeView): string[] {
  if (type === "unknown") return [];
  return type.flatMap((kind) => {
    if (kind.kind === "array") return listEnums(kind.items);
    return kind.kind === "enum" && kind.enum.name !== undefined ? [kind.enum.name] : [];
  });
}

/** A property that answers may not have. */
type Forbidden = readonly [path: string, reason: Reason];

/**
 * Declares why answers may not have what is typed `never`, by its path: `dialog.dialogOptions[].disabled`; and why the
 * fleet lacks an event: `event printBill`. The receiver's types look a reason up, so that the compiler can say it. Where
 * events differ, all their reasons are said.
 */
function declareForbiddenReasons({ events, foreignAnswers, omissions, fleet }: View): Declaration {
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
