import { withoutShared } from "../../view/without-shared.js";
import { collectTypes } from "../../view/walk.js";
import { isTakenBy } from "../../view/foreign-answers.js";
import { listWords } from "../../text/list.js";
import { wrapText } from "../../text/wrap.js";
import type { EventView, NamedEnumView, ObjectView, TypeView, View } from "../../view/view.js";
import { commentWidth } from "../doc-comment.js";
import type { Base, Declaration } from "./declarations.js";
import { declareAnswer, declareInner, declareObject } from "./schema.js";

/** One side of the contract, which is one file. */
export interface Side {
  readonly file: "requests" | "responses";
  /** The envelopes in reading order, then the objects that they hold. */
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
  return createSide("requests", envelopes, roots, (object) => declareInner(object, fleet));
}

/** What shops are answered. */
export function createResponseSide(view: View): Side {
  const { fleet, commonResponse, foreignAnswers, events } = view;
  const hasForeign = foreignAnswers.forbidden.length > 0;
  const envelopes = [
    declareObject(commonResponse, fleet),
    ...(hasForeign ? [declareObject(foreignAnswers, fleet)] : []),
    ...events.map((event) =>
      withUnknown(
        event,
        declareObject(withoutShared(event.response, commonResponse), fleet, [
          commonResponse,
          ...(hasForeign ? [withoutAnswers(event.name, foreignAnswers)] : []),
        ]),
      ),
    ),
  ];
  const roots = [commonResponse, ...events.map(({ response }) => response)];
  return createSide("responses", envelopes, roots, (object) => declareAnswer(object, fleet));
}

/** The answers that only other events take are forbidden by name, so that the compiler can say whose they are. */
const withoutAnswers = (event: string, { name, forbidden }: ObjectView): Base => ({
  name,
  without: forbidden.filter((answer) => isTakenBy(event, answer)).map((answer) => answer.name),
});

/** Adds to a comment which answers nobody knows to work here. */
function withUnknown({ takes, response }: EventView, declaration: Declaration): Declaration {
  const names = takes
    .filter(({ standing, name }) => standing !== "documented" && hasProperty(response, name))
    .map(({ name }) => `\`${name}\``);
  if (names.length === 0) return declaration;
  const line = `Not known to work here, and not refused: ${listWords(names, "and")}.`;
  return { ...declaration, comment: [declaration.comment, "", ...wrapText(line, commentWidth)].join("\n") };
}

const hasProperty = ({ properties }: ObjectView, name: string): boolean =>
  properties.some((property) => property.name === name);

function createSide(
  file: Side["file"],
  envelopes: readonly Declaration[],
  roots: readonly ObjectView[],
  declare: (object: ObjectView) => Declaration,
): Side {
  const { objects, enums } = collectTypes(roots);
  const inner = objects.filter((object) => !envelopes.some(({ name }) => name === object.name));
  const mentioned = objects.flatMap(({ properties }) => properties.flatMap(({ type }) => listEnums(type)));
  return {
    file,
    declarations: [...envelopes, ...inner.map(declare)],
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
