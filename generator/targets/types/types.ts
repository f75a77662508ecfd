import { toStringLiteral } from "../../base/text/escape.js";
import type { Fleet } from "../../base/time/fleet.js";
import { baseline, formatRelease } from "../../base/time/release.js";
import { formatReason } from "../../contract/view/reasons.js";
import type { EventView, ObjectView, Reason, TypeView, View } from "../../contract/view/view.js";
import {
  collectTypes,
  isTakenBy,
  listBodies,
  namedEnumsIn,
  withoutShared,
} from "../../contract/view/walk.js";
import { codeFile } from "../code-file.js";
import { describeStandings } from "../describe-standings.js";
import { toDocComment } from "../doc-comment.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import {
  declareAnswer,
  declareEnum,
  declareInner,
  declareObject,
  declareRecord,
  declareType,
  listKnownForbidden,
  printTypes,
  refer,
  type Base,
  type Declaration,
} from "./declarations.js";

export const types: Target<"types"> = {
  name: "types",
  summary: "TypeScript interfaces of all requests and responses",
  emit: emitTypes,
};

async function emitTypes(view: View, context: TargetContext): Promise<OutputFile[]> {
  const sides = [createRequestFile(view), createResponseFile(view)];
  // Both sides may use the same enum, so enums are declared in the index.
  const found = sides.flatMap(({ roots }) => collectTypes(roots).enums);
  const enums = [...new Map(found.map((each) => [each.name, each])).values()];
  const files = [
    ...sides.map(({ file, roots, declarations }) => ({ file, start: printImport(roots), declarations })),
    { file: "index", start: exportAll, declarations: [declareEventNames(view), ...enums.map(declareEnum)] },
  ];
  return Promise.all(
    files.map(async ({ file, start, declarations }) =>
      codeFile(`types/${file}.ts`, start + (await printTypes(declarations)), context),
    ),
  );
}

const exportAll = `export type * from "./requests.js";\nexport type * from "./responses.js";\n\n`;

const declareEventNames = ({ events }: View): Declaration => ({
  name: "WebhookEventName",
  schema: {
    description: "Names of the events, as in the URL.",
    enum: events.map(({ name }) => name),
  },
  bases: [],
});

interface BodyFile {
  readonly file: "requests" | "responses";
  readonly roots: readonly ObjectView[];
  /** The envelopes in reading order, the objects in them, and the lists by event. */
  readonly declarations: readonly Declaration[];
}

function createRequestFile(view: View): BodyFile {
  const { commonRequest, errorRequest, events } = view;
  const roots = [commonRequest, ...listBodies(view).requests];
  const envelopes = [
    declareObject(commonRequest, "request"),
    ...events.map(({ request }) =>
      declareObject(withoutShared(request, commonRequest), "request", [toBase(commonRequest)]),
    ),
    declareObject(errorRequest, "request"),
  ];
  const byEvent = declareRecord(
    "WebhookRequests",
    "Requests by event.",
    events.map((event) => [event.name, refer(event.request.name), toEventComment(event)]),
  );
  const inner = listInner(roots, envelopes).map((object) => declareInner(object, "request"));
  return { file: "requests", roots, declarations: [...envelopes, ...inner, byEvent] };
}

/** The text that editors show for a handler: the event's meaning, its answers, and the vendor's site. */
function toEventComment(event: EventView): string {
  const standings = describeStandings(event, (name) => `\`${name}\``);
  const answers = `Answer: \`${event.response.name}\`. ${standings} See ${vendorSite}`;
  const description = `${event.prose.description}\n${answers}`;
  return toDocComment({ ...event, prose: { ...event.prose, description } });
}

/** Pages of single events have no known address. */
const vendorSite = "https://developers.mpluskassa.nl";

function createResponseFile(view: View): BodyFile {
  const { commonResponse, foreignAnswers, events } = view;
  const roots = [commonResponse, ...listBodies(view).responses];
  const foreign = foreignAnswers.forbidden.length > 0 ? [foreignAnswers] : [];
  const envelopes = [
    ...[commonResponse, ...foreign].map((each) => declareObject(each, "answer")),
    ...events.map(({ name, response }) => {
      const bases = [toBase(commonResponse), ...foreign.map((each) => withoutAnswers(name, each))];
      return declareObject(withoutShared(response, commonResponse), "answer", bases);
    }),
  ];
  const byEvent = declareRecord(
    "WebhookResponses",
    "Responses by event.",
    events.map(({ name, response }) => [name, refer(response.name)]),
  );
  const inner = listInner(roots, envelopes).map(declareAnswer);
  const ends = [byEvent, declareOldestShop(view.fleet), declareForbiddenReasons(view)];
  return { file: "responses", roots, declarations: [...envelopes, ...inner, ...ends] };
}

const toBase = ({ name }: ObjectView): Base => ({ name, without: [] });

const listInner = (roots: readonly ObjectView[], envelopes: readonly Declaration[]): readonly ObjectView[] =>
  collectTypes(roots).objects.filter((object) => !envelopes.some(({ name }) => name === object.name));

/** Forbids the answers of other events by name, so that the compiler can say which events accept them. */
const withoutAnswers = (event: string, { name, forbidden }: ObjectView): Base => ({
  name,
  without: forbidden.filter((answer) => isTakenBy(event, answer)).map((answer) => answer.name),
});

/**
 * Declares why answers may not have a property, by path (`dialog.dialogOptions[].disabled`), and why the fleet
 * lacks an event (`event printBill`). The receiver's types look up the reason. If the reason differs between
 * events, all reasons are given.
 */
function declareForbiddenReasons({ events, foreignAnswers, omissions, fleet }: View): Declaration {
  const answers = [foreignAnswers, ...events.map(({ response }) => response)];
  const found = [
    ...answers.flatMap((each) => listForbiddenPaths(each, "", [])),
    ...omissions
      .map(({ what, reason }): Forbidden => [what, reason])
      .filter(([what]) => what.startsWith("event ")),
  ];
  const reasons = new Map<string, Set<string>>();
  for (const [path, reason] of found)
    reasons.set(path, (reasons.get(path) ?? new Set()).add(toForbiddenLiteral(reason, fleet)));
  return declareRecord(
    "ForbiddenReasons",
    "Reasons why answers may not have a property, used in compiler errors.",
    [...reasons].map(([path, literals]) => [path, { tsType: [...literals].join(" | ") }]),
  );
}

type Forbidden = readonly [path: string, reason: Reason];

/** Lists the forbidden parts of an object and of the objects inside it, once per containing object. */
function listForbiddenPaths(object: ObjectView, place: string, above: readonly string[]): Forbidden[] {
  if (above.includes(object.name)) return [];
  const below = [...above, object.name];
  return [
    ...listKnownForbidden(object.forbidden).map(({ name, reason }): Forbidden => [`${place}${name}`, reason]),
    ...object.properties.flatMap(({ name, type }) => listForbiddenBelow(type, `${place}${name}`, below)),
  ];
}

function listForbiddenBelow(type: TypeView, path: string, above: readonly string[]): Forbidden[] {
  if (type === "unknown") return [];
  return type.flatMap((kind) => {
    if (kind.kind === "array") return listForbiddenBelow(kind.items, `${path}[]`, above);
    return kind.kind === "object" ? listForbiddenPaths(kind.object, `${path}.`, above) : [];
  });
}

/** The only place that names the oldest release, so that changing it does not change every reason. */
function declareOldestShop({ min }: Fleet): Declaration {
  const oldest = min === baseline ? "may be older" : `runs v${formatRelease(min)}`;
  const tsType = toStringLiteral(`your oldest shop ${oldest}`);
  return declareType("OldestShop", "The end of compiler errors about later releases.", tsType);
}

/** The rest of a sentence that starts with the property's name. */
function toForbiddenLiteral(reason: Reason, fleet: Fleet): string {
  if (reason.kind === "added") return `\`requires v${formatRelease(reason.release)}; \${OldestShop}\``;
  if (reason.kind === "removed") return toStringLiteral(`was removed in v${formatRelease(reason.release)}`);
  const text = formatReason(reason, fleet);
  return toStringLiteral(reason.kind === "other-event" ? `is ${text}` : `cannot be sent: ${text}`);
}

/** Enums that only a gate checks are declared, but not mentioned, so they are not imported. */
function printImport(roots: readonly ObjectView[]): string {
  const { objects } = collectTypes(roots);
  const enums = objects.flatMap(({ properties }) => properties.flatMap(({ type }) => namedEnumsIn(type)));
  const names = [...new Set(enums.map(({ name }) => name))].sort();
  return names.length === 0 ? "" : `import type { ${names.join(", ")} } from "./index.js";\n\n`;
}
