import type { Fleet as RuntimeFleet } from "../../../templates/copied/validators/checks.js";
import type { PartialEvent } from "../../../templates/copied/validators/results.js";
import { collectTypes, listPropertyNames, withoutShared } from "../../contract/view/walk.js";
import type { Fleet } from "../../base/time/fleet.js";
import type { ObjectView, View } from "../../contract/view/view.js";
import { code, joinCode, toIdentifier, toLiteral, toPropertyKey, type Code } from "../../base/text/code.js";
import { asFormatted, codeFile, copyCode, uncheckedFile } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { checkProperties, printInlined } from "./check-property.js";
import { explainForbidden, nameFunction, type CheckSettings } from "./check-type.js";
import { printCheckImports, toRuntimeSpans, use } from "./runtime.js";

/**
 * Our own checks instead of ajv's standalone code: one function per object, with the shop's release as a
 * parameter. Ajv cannot express properties that only some releases accept, and cannot explain why something cannot
 * be sent. Ajv still checks specs in lint and verifies these checks in tests.
 */
export const validators: Target<"validators"> = {
  name: "validators",
  summary: "functions that validate requests and responses, without dependencies",
  needs: ["types"],
  emit: (view, context) => Promise.resolve(emitValidators(view, context)),
};

function emitValidators(view: View, context: TargetContext): OutputFile[] {
  const isNeeded = ({ path }: OutputFile): boolean => isGated(view) || !path.endsWith("/omit.ts");
  return [
    ...copyCode("validators", context).filter(isNeeded),
    uncheckedFile("validators/compiled.ts", printCompiled(view), context),
    emitIndex(view, context),
  ];
}

/** One module with a function per object. Bundlers drop unused ones. */
function printCompiled(view: View): string {
  const lines = (["request", "response"] as const).flatMap((side) =>
    listObjects(view, side).flatMap((each) => printCheck(each, { side, fleet: view.fleet })),
  );
  return [...printCheckImports(lines), ...lines.map(({ text }) => text), ""].join("\n");
}

interface CheckedObject {
  readonly object: ObjectView;
  /** The object that this one extends. Its function checks the shared properties. */
  readonly base?: ObjectView;
  /** True if others extend this object and no value has exactly this type. */
  readonly isBase?: boolean;
}

/** The common part of a side's bodies, the rest of each body, and every object in them. */
function listObjects(view: View, side: CheckSettings["side"]): readonly CheckedObject[] {
  const isRequest = side === "request";
  const bodies = view.events.map((event) => event[side]);
  const base = isRequest ? view.commonRequest : view.commonResponse;
  // An answer that only some events accept is forbidden in the common part; those events allow it themselves.
  const forbidden = [...base.forbidden, ...(isRequest ? [] : view.foreignAnswers.forbidden)];
  const { objects } = collectTypes([...bodies, ...(isRequest ? [view.errorRequest] : [])]);
  const common = { ...base, forbidden };
  return [
    { object: common, isBase: true },
    ...bodies.map((whole) => ({ object: withoutShared(whole, base), base: common })),
    ...objects.filter((object) => !bodies.includes(object)).map((object) => ({ object })),
  ];
}

function printCheck(checked: CheckedObject, settings: CheckSettings): readonly Code[] {
  const { object, base, isBase } = checked;
  const name = nameFunction(object.name);
  if (base && isEmpty(object)) return [code`export const ${name} = ${nameFunction(base.name)};`];
  const isResponse = settings.side === "response";
  const more = isResponse && isBase ? code`, isWhole = true` : code``;
  const lines = checkProperties(object, settings);
  return [
    ...printInlined(object, settings),
    ...(isResponse && !object.open ? printClosed(checked, settings) : []),
    code`export function ${name}(value: unknown, context: ${use("CheckContext")}${more}): ${use("Faults")} {`,
    ...(isResponse ? checkResponse(checked, lines) : checkRequest(checked, lines)).map(
      (line) => code`  ${line}`,
    ),
    code`}`,
  ];
}

const isEmpty = ({ properties, forbidden }: ObjectView): boolean =>
  properties.length === 0 && forbidden.length === 0;

const own = code`const own = ${use("readObject")}(value, context);`;
const refusal = code`if (own === undefined) return ${use("wrong")}("an object");`;

/** Starts with the faults of the base. Also declares the variable for property values. */
function declareFaults(lines: readonly Code[], shared?: Code): Code {
  const part = lines.some(({ text }) => text.includes("(part = ")) ? code`, part: any` : code``;
  return code`let faults: ${use("Faults")}${shared ? code` = ${shared}` : code``}${part};`;
}

/** A request's check stops at its first fault. */
function checkRequest({ base }: CheckedObject, lines: readonly Code[]): readonly Code[] {
  const faults = declareFaults(lines, base && code`${nameFunction(base.name)}(value, context)`);
  const start = base ? [faults, code`if (faults) return faults;`, own] : [own, refusal, faults];
  return [...start, ...lines, code`return undefined;`];
}

/** A response has properties that the common check does not know. */
function checkResponse(checked: CheckedObject, lines: readonly Code[]): readonly Code[] {
  const { object, base, isBase } = checked;
  const faults = declareFaults(lines, base && code`${nameFunction(base.name)}(value, context, false)`);
  const unknown = isBase ? code`if (isWhole) ${refuseUnknown(checked)}` : refuseUnknown(checked);
  return [own, refusal, faults, ...lines, ...(object.open ? [] : [unknown]), code`return faults;`];
}

/** Comparing each name with all known ones takes a third of the time of a set. */
function refuseUnknown(checked: CheckedObject): Code {
  const closed = code`closed${toIdentifier(checked.object.name)}`;
  const refused = code`faults = ${use("unknown")}(faults, own, name, ${closed});`;
  const tests = listKnown(checked).map((name) => code`name !== ${toLiteral(name)}`);
  const test = tests.length > 0 ? code`if (${joinCode(tests, " && ")}) ` : code``;
  return code`for (const name in own) ${test}${refused}`;
}

/** The names that a closed object may have. Names that the object itself forbids override those of its base. */
function listKnown({ object, base }: CheckedObject): readonly string[] {
  const refused = object.forbidden.map(({ name }) => name);
  const shared = base?.properties.flatMap(listPropertyNames).filter((name) => !refused.includes(name)) ?? [];
  return [...shared, ...object.properties.flatMap(listPropertyNames)];
}

function printClosed(checked: CheckedObject, { fleet }: CheckSettings): readonly Code[] {
  const { object, base } = checked;
  const [name, known] = [toIdentifier(object.name), listKnown(checked)];
  const own = [...object.forbidden.map(({ name }) => name), ...object.properties.flatMap(listPropertyNames)];
  const others = base?.forbidden.filter(({ name }) => !own.includes(name)) ?? [];
  const forbidden = [...object.forbidden, ...others].map(
    (each) => code`  ${toPropertyKey(each.name)}: ${toLiteral(explainForbidden(each.reason, fleet))},`,
  );
  const start = code`const closed${name}: ${use("ClosedObject")} = { known: ${toLiteral(known)}, forbidden: {`;
  return forbidden.length > 0 ? [start, ...forbidden, code`} };`] : [code`${start}} };`];
}

const isGated = ({ responseMode }: View): boolean => responseMode === "gated";

/** `48 to the latest`, `the first to 59`, `48 and 59`. */
function formatFleetRange({ label }: Fleet): string {
  const [min = "", max] = label.split("..");
  return max === undefined ? min : `${min || "the first"} to ${max || "the latest"}`;
}

function emitIndex(view: View, context: TargetContext): OutputFile {
  const { events, fleet, errorRequest } = view;
  const spans: RuntimeFleet = { label: formatFleetRange(fleet), spans: toRuntimeSpans(fleet.spans) };
  const code = context.layout("validators/index.hbs")({
    spans: toLiteral(spans).text,
    isGated: isGated(view),
    errorRequest: errorRequest.name,
    events: events.map(({ name, request, response, exists }) => {
      const partial: PartialEvent | undefined = exists && { name, spans: toRuntimeSpans(exists) };
      return {
        name,
        request: request.name,
        response: response.name,
        partialEvent: partial && toLiteral(partial).text,
      };
    }),
  });
  // One statement per line, as in `compiled.ts`: formatted, the file would be twice as long.
  return asFormatted(codeFile("validators/index.ts", code, context));
}
