import { describeLack } from "../../contract/describe.js";
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

/** The target that writes TypeScript types. */
export const types: Target<"types"> = {
  name: "types",
  summary: "TypeScript interfaces of every request, every response and what they hold",
  emit: emitTypes,
};

async function emitTypes(view: View, context: TargetContext): Promise<OutputFile[]> {
  const sides = [createRequestFile(view), createResponseFile(view)];
  // Both sides may use one enum, so enums are declared in the index.
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
    description: "The events that the POS reports, by the name at the end of the URL.",
    enum: events.map(({ name }) => name),
  },
  bases: [],
});

/** The file of one side of the contract. */
interface BodyFile {
  readonly file: "requests" | "responses";
  /** The bodies of the side, and their common part. */
  readonly roots: readonly ObjectView[];
  /** The envelopes in reading order, the objects in them, and what lists them. */
  readonly declarations: readonly Declaration[];
}

function createRequestFile(view: View): BodyFile {
  const { commonRequest, errorRequest, events } = view;
  const roots = [commonRequest, ...listBodies(view).requests];
  const envelopes = [
    declareObject(commonRequest),
    ...events.map(({ request }) =>
      declareObject(withoutShared(request, commonRequest), [toBase(commonRequest)]),
    ),
    declareObject(errorRequest),
  ];
  const byEvent = declareRecord(
    "WebhookRequests",
    "What the POS sends, by event.",
    events.map((event) => [event.name, refer(event.request.name), toEventComment(event)]),
  );
  const inner = listInner(roots, envelopes).map(declareInner);
  return { file: "requests", roots, declarations: [...envelopes, ...inner, byEvent] };
}

/** What editors show of an event's handler: when the event comes, what may be answered, and the vendor's site. */
function toEventComment(event: EventView): string {
  const standings = describeStandings(event, (name) => `\`${name}\``);
  const answers = `Answer: \`${event.response.name}\`. ${standings} See ${vendorSite}`;
  const description = `${event.prose.description}\n${answers}`;
  return toDocComment({ ...event, prose: { ...event.prose, description } });
}

/** Where the vendor describes webhooks. We know no address of a single event's page. */
const vendorSite = "https://developers.mpluskassa.nl";

function createResponseFile(view: View): BodyFile {
  const { commonResponse, foreignAnswers, events } = view;
  const roots = [commonResponse, ...listBodies(view).responses];
  const foreign = foreignAnswers.forbidden.length > 0 ? [foreignAnswers] : [];
  const envelopes = [
    ...[commonResponse, ...foreign].map((each) => declareObject(each)),
    ...events.map(({ name, response }) => {
      const bases = [toBase(commonResponse), ...foreign.map((each) => withoutAnswers(name, each))];
      return declareObject(withoutShared(response, commonResponse), bases);
    }),
  ];
  const byEvent = declareRecord(
    "WebhookResponses",
    "What may be answered, by event.",
    events.map(({ name, response }) => [name, refer(response.name)]),
  );
  const inner = listInner(roots, envelopes).map(declareAnswer);
  const ends = [byEvent, declareOldestShop(view.fleet), declareForbiddenReasons(view)];
  return { file: "responses", roots, declarations: [...envelopes, ...inner, ...ends] };
}

const toBase = ({ name }: ObjectView): Base => ({ name, without: [] });

const listInner = (roots: readonly ObjectView[], envelopes: readonly Declaration[]): readonly ObjectView[] =>
  collectTypes(roots).objects.filter((object) => !envelopes.some(({ name }) => name === object.name));

/** The answers that only other events take are forbidden by name, so that the compiler can say whose they are. */
const withoutAnswers = (event: string, { name, forbidden }: ObjectView): Base => ({
  name,
  without: forbidden.filter((answer) => isTakenBy(event, answer)).map((answer) => answer.name),
});

/**
 * Declares why answers may not have a property, by its path: `dialog.dialogOptions[].disabled`; and why the fleet lacks an
 * event: `event printBill`. The receiver's types look the reason up; if events differ, all their reasons are given.
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
    "Why an answer may not have a property that is typed `never`, for the compiler to say it.",
    [...reasons].map(([path, literals]) => [path, { tsType: [...literals].join(" | ") }]),
  );
}

type Forbidden = readonly [path: string, reason: Reason];

/** Lists what is forbidden in an object and below, once in each object that contains it. */
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

/** The one place with the oldest release, so that another one does not change every reason. */
function declareOldestShop({ min }: Fleet): Declaration {
  const oldest = min === baseline ? "may be older" : `runs v${formatRelease(min)}`;
  const tsType = toStringLiteral(`your oldest shop ${oldest}`);
  return declareType("OldestShop", "Ends the compiler's sentences about what came later.", tsType);
}

/** How a sentence on the property continues after its name, as a literal type. */
function toForbiddenLiteral(reason: Reason, fleet: Fleet): string {
  if (reason.kind === "added") return `\`is there since v${formatRelease(reason.release)}; \${OldestShop}\``;
  if (reason.kind === "removed")
    return toStringLiteral(
      `is gone since v${formatRelease(reason.release)}: ${describeLack(reason.coverage, fleet)}`,
    );
  const text = formatReason(reason, fleet);
  return toStringLiteral(reason.kind === "other-event" ? `is ${text}` : `may not be sent: ${text}`);
}

/** An enum that only a gate checks is declared, but the file does not mention it. */
function printImport(roots: readonly ObjectView[]): string {
  const { objects } = collectTypes(roots);
  const enums = objects.flatMap(({ properties }) => properties.flatMap(({ type }) => namedEnumsIn(type)));
  const names = [...new Set(enums.map(({ name }) => name))].sort();
  return names.length === 0 ? "" : `import type { ${names.join(", ")} } from "./index.js";\n\n`;
}
