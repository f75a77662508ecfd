import type { Fleet as RuntimeFleet } from "../../../templates/copied/validators/checks.js";
import type { PartialEvent } from "../../../templates/copied/validators/results.js";
import { collectTypes, findInlined, listPropertyNames, withoutShared } from "../../contract/view/walk.js";
import type { Fleet } from "../../base/time/fleet.js";
import type { ObjectView, View } from "../../contract/view/view.js";
import {
  code,
  type Code,
  joinCode,
  toIdentifier,
  toPropertyKey,
  toLiteral,
  toObjectLiteral,
} from "../../base/text/code.js";
import { copyCode, libraryFile } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import {
  toChoice,
  giveUp,
  listVariables,
  printCheckImports,
  printStatements,
  reportAll,
  reportFirst,
  type Statements,
  toFaultCode,
  toRuntimeSpans,
  use,
  when,
  wholeObject,
} from "./statements.js";
import {
  checkPresence,
  checkProperty,
  holdsInlined,
  isAbsent,
  keepValues,
  nameInlined,
  readProperty,
  writeProperty,
} from "./check-property.js";
import { type CheckSettings, explainForbidden, giveUpUnlessSettled, nameFunction } from "./check-type.js";

/**
 * The checks are code of our own, and not what ajv writes as standalone code. Measured (docs/performance.md), ours
 * accepts a body 1.2 to 2 times as fast, has one function for each object, and takes the shop's release as a parameter;
 * ajv has no words for properties that only some releases take, nor for
 * why something may not be sent. Ajv stays what lint checks a spec with, and the referee of the tests.
 */
export const validators: Target<"validators"> = {
  name: "validators",
  summary: "functions that check a request or a response, without any run-time dependency",
  needs: ["types"],
  emit: (view, context) => Promise.resolve(emitValidators(view, context)),
};

function emitValidators(view: View, context: TargetContext): OutputFile[] {
  return [
    ...copyCode("validators", context, libraryFile),
    libraryFile("validators/compiled.ts", printCompiled(view), context),
    emitIndex(view, context),
  ];
}

/** One module: a function for each object, of which bundlers drop those that are not used. */
function printCompiled(view: View): string {
  const { fleet } = view;
  const [requests, responses] = [listObjects(view, "request"), listObjects(view, "response")];
  const answers = { side: "response", fleet, report: reportAll } as const;
  const lines = [
    ...requests.flatMap((each) => printCheck(each, { side: "request", fleet, report: reportFirst })),
    ...responses.flatMap((each) => printCheck(each, answers)),
    ...responses.flatMap((each) => printWriter(each, answers)),
  ];
  return [...printCheckImports(lines), ...lines.map(({ text }) => text), ""].join("\n");
}

/** The part that the bodies of a side have in common, what each has besides, and every object in them. */
function listObjects(view: View, side: CheckSettings["side"]): readonly CheckedObject[] {
  const isRequest = side === "request";
  const bodies = view.events.map((event) => event[side]);
  const base = isRequest ? view.commonRequest : view.commonResponse;
  // An answer that only some events take is forbidden in the common part; the events that take it know it themselves.
  const forbidden = [...base.forbidden, ...(isRequest ? [] : view.foreignAnswers.forbidden)];
  const { objects } = collectTypes([...bodies, ...(isRequest ? [view.errorRequest] : [])]);
  return [
    { object: { ...base, forbidden }, isBase: true },
    ...bodies.map((whole) => ({ object: withoutShared(whole, base), base, whole })),
    ...objects.filter((object) => !bodies.includes(object)).map((object) => ({ object })),
  ];
}

/** The shops that have to take an answer, in words. */
const describeTakers = ({ fleet, responseMode }: View): string =>
  responseMode === "gated" ? "the shop that asked" : `every shop of ${fleet.label}`;

/** `48 to the latest`, `the first to 59`, `48 and 59`. */
function formatFleetRange({ label }: Fleet): string {
  const [min = "", max] = label.split("..");
  return max === undefined ? min : `${min || "the first"} to ${max || "the latest"}`;
}

function emitIndex(view: View, context: TargetContext): OutputFile {
  const { events, fleet, errorRequest } = view;
  const spans: RuntimeFleet = { label: formatFleetRange(fleet), spans: toRuntimeSpans(fleet.spans) };
  const code = context.layout("validators/index.hbs")({
    fleet: fleet.label,
    spans: toLiteral(spans).text,
    takers: describeTakers(view),
    errorRequest: errorRequest.name,
    events: events.map(({ name, request, response, exists }) => {
      const partial: PartialEvent | undefined = exists && { name, spans: toRuntimeSpans(exists) };
      return {
        name,
        request: request.name,
        response: response.name,
        partialEvent: partial && toLiteral(partial).text,
        spans: partial && toLiteral(partial.spans).text,
      };
    }),
  });
  return libraryFile("validators/index.ts", code, context);
}

/** The object that one function checks. */
interface CheckedObject {
  readonly object: ObjectView;
  /** The object that this one extends, whose function checks what both have. */
  readonly base?: ObjectView;
  /** Set for a body: the object with what it has of its base. */
  readonly whole?: ObjectView;
  /** Whether others extend this object, and nothing is only this. */
  readonly isBase?: boolean;
}

/** The function that checks an object, after the constants that it needs. */
function printCheck(checked: CheckedObject, settings: CheckSettings): readonly Code[] {
  const { object, base, isBase = false } = checked;
  const { side, report } = settings;
  const isRequest = side === "request";
  const isClosed = !isRequest && !object.open;
  const properties = keepValues(object);
  const callBase =
    base && code`${nameFunction(base.name, settings)}(own, context${isClosed ? code`, tally` : code``})`;
  const notAnObject = toFaultCode(wholeObject, "type", { expected: "an object" });
  const start = [
    ...when(code`!${use("isObject")}(value)`, [
      code`return ${isRequest ? notAnObject : code`[${notAnObject}]`};`,
    ]),
    code`const own = ${use(isRequest ? "readOf" : "ownOf")}(value, context)${isClosed && base ? code`, tally = { known: 0 }` : code``};`,
  ];
  const body = [
    ...(callBase && isRequest ? report.call(wholeObject, callBase) : []),
    // Of a request the first fault is all there is: what is missing is told before any value is looked at.
    ...properties.flatMap((each) => checkPresence(each, object, settings)),
    ...properties.flatMap((each) => checkProperty(each, isClosed, settings)),
    ...checkInlined(object, settings),
    ...(isClosed ? endCount(checked) : []),
    ...report.end,
  ];
  const declared = [
    ...(isRequest ? [] : [callBase ? code`faults = ${callBase}` : code`faults`]),
    ...(isClosed ? [startCount(checked)] : []),
  ];
  const parameters = isClosed && isBase ? [tallyParameter] : [];
  return [
    ...(isClosed ? printClosed(checked, settings) : []),
    ...printInlined(object, settings),
    ...printFunction(checked, settings, { parameters, start, declared, body }),
  ];
}

/** What a function begins with if it is called with a value, the variables that it declares, and what it does then. */
interface FunctionContent {
  readonly parameters: readonly Code[];
  readonly start: Statements;
  readonly declared: readonly Code[];
  readonly body: Statements;
}

const tallyParameter = code`tally: ${use("Tally")}`;

function printFunction(
  { object, isBase = false }: CheckedObject,
  settings: CheckSettings,
  { parameters, start, declared, body }: FunctionContent,
): readonly Code[] {
  const value = isBase ? code`own: any` : code`value: any`;
  const all = joinCode([value, code`context: ${use("CheckContext")}`, ...parameters], ", ");
  const lines = printStatements(body);
  const variables = [...declared, ...listVariables(lines)];
  const first = [
    ...(isBase ? [] : start),
    ...(variables.length > 0 ? [code`let ${joinCode(variables, ", ")};`] : []),
  ];
  return [
    code`export function ${nameFunction(object.name, settings)}(${all}): ${settings.report.type} {`,
    ...printStatements(first),
    ...lines,
    code`}`,
  ];
}

/** Known properties are counted, in the base first: to count all is quicker than to look up each name. */
const startCount = ({ base }: CheckedObject): Code => (base ? code`known = tally.known` : code`known = 0`);

/** A base cannot know all properties of what extends it. */
function endCount(checked: CheckedObject): Statements {
  if (checked.isBase) return [code`tally.known = known;`];
  const refused = listRefusedProperties(checked).flatMap((name) =>
    // The base has counted it.
    when(code`${readProperty(name)} !== undefined`, [code`known -= 1;`]),
  );
  const name = code`faults = ${use("withUnknown")}(own, ${nameClosed(checked)}, faults);`;
  return [...refused, ...when(code`${use("countOf")}(own) !== known`, [name])];
}

/** Properties of the base that the object may not have. */
const listRefusedProperties = ({ object, base }: CheckedObject): readonly string[] =>
  (base?.properties ?? [])
    .map(({ name }) => name)
    .filter((name) => object.forbidden.some((forbidden) => forbidden.name === name));

/** The constant that says what a closed object may hold: that of its base, if it has nothing to add. */
const nameClosed = ({ object, base }: CheckedObject): Code =>
  toIdentifier(`closed${base && isOnlyBase(object) ? base.name : object.name}`);

const isOnlyBase = ({ properties, forbidden }: ObjectView): boolean =>
  properties.length === 0 && forbidden.length === 0;

/** The constant that says what a closed object may hold, and why not the rest: a `ClosedObject`. */
function printClosed(checked: CheckedObject, { fleet }: CheckSettings): readonly Code[] {
  const { object, base } = checked;
  if (base && isOnlyBase(object)) return [];
  const start = code`const ${nameClosed(checked)}: ${use("ClosedObject")} = { ${
    base ? code`base: ${toIdentifier(`closed${base.name}`)}, ` : code``
  }known: ${toLiteral(object.properties.flatMap(listPropertyNames))}, forbidden: {`;
  const forbidden = object.forbidden.map(
    ({ name, reason }) => code`  ${toPropertyKey(name)}: ${toLiteral(explainForbidden(reason, fleet))},`,
  );
  return forbidden.length > 0 ? [start, ...forbidden, code`} };`] : [code`${start}} };`];
}

/** The constant with the names of the inner properties that may stand directly in a request's object, if there are any. */
function printInlined(object: ObjectView, { side }: CheckSettings): readonly Code[] {
  const names = side === "request" ? findInlined(object)?.names : undefined;
  return names ? [code`const ${nameInlined(object)} = ${toLiteral(names)};`] : [];
}

/**
 * Where the property is absent, checks the inner properties in the object, and notes to read them as those of the
 * property: where all of them are null, as its null, if it has one.
 */
function checkInlined(object: ObjectView, settings: CheckSettings): Statements {
  const found = settings.side === "request" ? findInlined(object) : undefined;
  if (!found) return [];
  const { property, inner, nullable } = found;
  const call = code`${nameFunction(inner.name, settings)}(own, context)`;
  const take = (...more: (readonly [string, Code])[]): Code => {
    const taken = [["into", toLiteral(property.name)], ["names", nameInlined(object)], ...more] as const;
    return code`${use("takeIn")}(own, ${toObjectLiteral(taken)}, context);`;
  };
  const isNull = code`${use("holdsOnlyNulls")}(own, ${nameInlined(object)})`;
  return when(
    code`${isAbsent(property, !nullable)} && ${holdsInlined(object)}`,
    toChoice([
      ...(nullable ? [{ test: isNull, body: [take(["isNull", code`true`])] }] : []),
      {
        body: property.lenient
          ? [take(["fault", call])]
          : [...settings.report.call(wholeObject, call), take()],
      },
    ]),
  );
}

/** What an answer has only in a failure, and what no answer may have: neither is written before it was checked as a whole. */
const unsettled = ["error", "event", "original"];

/**
 * The function that writes an object of an answer as JSON: it checks what `printCheck` checks, and reads each property
 * once, so that what it writes was checked. It returns undefined where it has any doubt.
 */
function printWriter(given: CheckedObject, inherited: CheckSettings): readonly Code[] {
  const settings: CheckSettings = { ...inherited, report: giveUp, writes: true };
  // What the base has and the object may not is not to be written at all.
  const { whole } = given;
  const checked = whole && listRefusedProperties(given).length > 0 ? { object: whole } : given;
  const { object, base, isBase = false } = checked;
  const isBody = isBase || whole !== undefined;
  const callBase = base && code`${nameFunction(base.name, settings)}(own, context, tally)`;
  const firstRequired = object.properties.findIndex(({ required }) => required);
  const properties = object.properties.flatMap((property, index) => {
    const isFirst = index === 0 && !base && property.legacyNames.length === 0;
    const isLater = firstRequired >= 0 && index > firstRequired;
    const place = isFirst ? "first" : isLater ? "later" : "perhaps first";
    const before = isBody && unsettled.includes(property.name) ? giveUpUnlessSettled : [];
    return writeProperty(property, { index, place, before }, settings);
  });
  const start = [
    code`const own = ${use("plainOf")}(value, context)${base ? code`, tally = { known: 0 }` : code``};`,
    ...when(code`own === undefined`, [code`return;`]),
  ];
  const body = [
    ...(callBase ? when(code`text === undefined`, [code`return;`]) : []),
    ...properties,
    ...(isBase ? [code`tally.known = known;`, code`return text;`] : endText(checked, given)),
  ];
  const declared = [code`text = ${callBase ?? code`""`}`, startCount(checked)];
  const parameters = isBase ? [tallyParameter] : [];
  return printFunction(checked, settings, { parameters, start, declared, body });
}

/** Ends the text of an object, unless it has properties that are not known; those of an open one follow the known ones. */
function endText({ object, base }: CheckedObject, given: CheckedObject): Statements {
  const known = [...(base?.properties ?? []), ...object.properties].flatMap(listPropertyNames);
  const isMore = code`${use("countOf")}(own) !== known`;
  const others = [
    ...giveUpUnlessSettled,
    code`text += ${use("writeOthers")}(own, ${toLiteral(known)}, text);`,
  ];
  const isUnknown = code`${isMore} && !${use("holdsOnly")}(own, ${nameClosed(given)}, known)`;
  return [
    ...(object.open ? when(isMore, others) : when(isUnknown, [code`return;`])),
    code`return text === "" ? "{}" : text + "}";`,
  ];
}
