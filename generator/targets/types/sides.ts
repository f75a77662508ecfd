import { describeShops } from "../../describe.js";
import { toStringLiteral } from "../../text/escape.js";
import { listWords, wrapText } from "../../text/words.js";
import type { Fleet } from "../../time/fleet.js";
import { baseline, formatRelease } from "../../time/release.js";
import { formatReason } from "../../view/reasons.js";
import type { EventView, NamedEnumView, ObjectView, Reason, TypeView, View } from "../../view/view.js";
import {
  collectTypes,
  findProperty,
  isTakenBy,
  listBodies,
  namedEnumsIn,
  withoutShared,
} from "../../view/walk.js";
import { commentWidth, toDocComment } from "../doc-comment.js";
import {
  declareAnswer,
  declareInner,
  declareObject,
  declareRecord,
  listKnown,
  type Base,
  type Declaration,
} from "./declarations.js";

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
  return createSide("requests", {
    roots: [commonRequest, ...listBodies(view).requests],
    envelopes: [
      declareObject(commonRequest, fleet),
      ...events.map(({ request }) =>
        declareObject(withoutShared(request, commonRequest), fleet, [commonRequest]),
      ),
      declareObject(errorRequest, fleet),
    ],
    declare: (object) => declareInner(object, fleet),
    ends: [
      declareRecord(
        "WebhookRequests",
        "What the POS sends, by event.",
        events.map((event) => [event.name, event.request.name, toDocComment(event)]),
      ),
    ],
  });
}

/** What shops are answered. */
export function createResponseSide(view: View): Side {
  const { fleet, commonResponse, foreignAnswers, events } = view;
  const foreign = foreignAnswers.forbidden.length > 0 ? [foreignAnswers] : [];
  return createSide("responses", {
    roots: [commonResponse, ...listBodies(view).responses],
    envelopes: [
      ...[commonResponse, ...foreign].map((each) => declareObject(each, fleet)),
      ...events.map((event) => {
        const bases = [commonResponse, ...foreign.map((each) => withoutAnswers(event.name, each))];
        const own = withoutShared(event.response, commonResponse);
        return withKnown(event, declareObject(own, fleet, bases));
      }),
    ],
    declare: (object) => declareAnswer(object, fleet),
    ends: [
      declareRecord(
        "WebhookResponses",
        "What may be answered, by event.",
        events.map(({ name, response }) => [name, response.name]),
      ),
      declareForbiddenReasons(view),
    ],
  });
}

interface Parts {
  readonly envelopes: readonly Declaration[];
  readonly roots: readonly ObjectView[];
  readonly declare: (object: ObjectView) => Declaration;
  readonly ends: readonly Declaration[];
}

function createSide(file: Side["file"], { envelopes, roots, declare, ends }: Parts): Side {
  const { objects, enums } = collectTypes(roots);
  const inner = objects.filter((object) => !envelopes.some(({ name }) => name === object.name));
  const mentioned = objects.flatMap(({ properties }) => properties.flatMap(({ type }) => namedEnumsIn(type)));
  return {
    file,
    declarations: [...envelopes, ...inner.map(declare), ...ends],
    enums,
    mentioned: [...new Set(mentioned.map(({ name }) => name))].sort(),
  };
}

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

/**
 * Declares why answers may not have what is typed `never`, by its path: `dialog.dialogOptions[].disabled`; and why the fleet
 * lacks an event: `event printBill`. The receiver's types look a reason up, so that the compiler can say it. Where events
 * differ, all their reasons are said.
 */
function declareForbiddenReasons({ events, foreignAnswers, omissions, fleet }: View): Declaration {
  const answers = [foreignAnswers, ...events.map(({ response }) => response)];
  const missing = omissions.filter(({ what }) => what.startsWith("event "));
  const found = [
    ...answers.flatMap((each) => listForbidden(each, "", [])),
    ...missing.map(({ what, reason }): Forbidden => [what, reason]),
  ];
  const reasons = new Map<string, Set<string>>();
  for (const [path, reason] of found) {
    const literal = toStringLiteral(describeForbidden(reason, fleet));
    reasons.set(path, (reasons.get(path) ?? new Set()).add(literal));
  }
  return declareRecord(
    "ForbiddenReasons",
    "Why an answer may not have a property that is typed `never`, for the compiler to say it.",
    [...reasons].map(([path, literals]) => [path, [...literals].join(" | ")]),
  );
}

/** A property that answers may not have. */
type Forbidden = readonly [path: string, reason: Reason];

/** What is forbidden in an object and below, once in each object that it lies in. */
function listForbidden(object: ObjectView, place: string, above: readonly string[]): Forbidden[] {
  if (above.includes(object.name)) return [];
  const below = [...above, object.name];
  return [
    ...listKnown(object.forbidden).map(({ name, reason }): Forbidden => [`${place}${name}`, reason]),
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
  const oldest = fleet.min === baseline ? "may be older" : `runs v${formatRelease(fleet.min)}`;
  if (reason.kind === "added")
    return `is there since v${formatRelease(reason.release)}; your oldest shop ${oldest}`;
  if (reason.kind === "removed")
    return `is gone since v${formatRelease(reason.release)}: not in ${describeShops(fleet)}`;
  const text = formatReason(reason, fleet);
  return reason.kind === "other-event" ? `is ${text}` : `may not be sent: ${text}`;
}
