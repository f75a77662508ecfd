import type { Fleet as RuntimeFleet, PartialEvent } from "../../../templates/validators/fleet-check.js";
import { toStringLiteral } from "../../text/literal.js";
import { collectTypes } from "../../view/walk.js";
import { withoutShared } from "../../view/without-shared.js";
import type { Fleet } from "../../time/fleet.js";
import type { ObjectView, View } from "../../view/view.js";
import { codeFile, copyCode } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import type { CheckedObject } from "./checking.js";
import { toLiteral } from "../../text/code.js";
import { printModule } from "./module.js";
import { toRuntimeSpans } from "./release-test.js";

/**
 * The checks are code of our own, and not what ajv writes as standalone code. Measured (docs/performance.md), ours
 * accepts a body 1.3 to 2.4 times as fast, takes 8 kB for one event instead of 11 kB, has one function for each object,
 * and takes the shop's release as a parameter; ajv has no words for properties that only some releases take, nor for
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
    ...copyCode("validators", context),
    ...(view.int64 === "string" ? [int64Text(context)] : []),
    emitCompiled(requestObjects(view), "request", view, context),
    emitCompiled(responseObjects(view), "response", view, context),
    emitFleet(view, context),
    ...emitEvents(view, context),
    emitIndex(view, context),
  ];
}

const int64Text = (context: TargetContext): OutputFile =>
  codeFile("validators/int64-text.ts", context.template("int64/int64-text.ts"), context);

function requestObjects({ events, errorRequest, commonRequest }: View): CheckedObject[] {
  return withBase(
    events.map(({ request }) => request),
    { common: commonRequest, foreign: [] },
    [errorRequest],
  );
}

/** An answer that only some events take is forbidden in the common part; the events that take it know it themselves. */
function responseObjects({ events, commonResponse, foreignAnswers }: View): CheckedObject[] {
  return withBase(
    events.map(({ response }) => response),
    { common: commonResponse, foreign: foreignAnswers.forbidden },
    [],
  );
}

/** The part that the envelopes have in common, what each has besides, and every object in them. */
function withBase(
  envelopes: readonly ObjectView[],
  { common, foreign }: { readonly common: ObjectView; readonly foreign: ObjectView["forbidden"] },
  others: readonly ObjectView[],
): CheckedObject[] {
  const names = new Set(envelopes.map(({ name }) => name));
  const { objects } = collectTypes([...envelopes, ...others]);
  return [
    { object: { ...common, forbidden: [...common.forbidden, ...foreign] }, isBase: true },
    ...envelopes.map((object) => ({
      object: withoutShared(object, common),
      base: common.name,
      refuses: common.properties
        .map(({ name }) => name)
        .filter((name) => object.forbidden.some((entry) => entry.name === name)),
    })),
    ...objects.filter(({ name }) => !names.has(name)).map((object) => ({ object })),
  ];
}

function emitCompiled(
  checks: readonly CheckedObject[],
  side: "request" | "response",
  { fleet }: View,
  context: TargetContext,
): OutputFile {
  return codeFile(`validators/compiled/${side}s.ts`, printModule(checks, { side, fleet }), context);
}

/** The spans of the fleet, once for all events. */
function emitFleet({ fleet }: View, context: TargetContext): OutputFile {
  const data: RuntimeFleet = { label: describeFleet(fleet), spans: toRuntimeSpans(fleet.spans) };
  const code = [
    'import type { Fleet } from "./fleet-check.js";\n',
    "/** The releases that this code is for: 59.3.2 is 59 0003 0002. */",
    `export const fleet: Fleet = ${toLiteral(data).text};\n`,
  ].join("\n");
  return codeFile("validators/fleet-spans.ts", code, context);
}

/** `48 to the latest`, `the first to 59`, `48 and 59`. */
function describeFleet({ label }: Fleet): string {
  const [min = "", max] = label.split("..");
  return max === undefined ? min : `${min || "the first"} to ${max || "the latest"}`;
}

function emitEvents(view: View, context: TargetContext): OutputFile[] {
  const { events, fleet } = view;
  const render = context.layout("validators/event.hbs");
  return events.map(({ name, request, response, exists }) => {
    const partial: PartialEvent | undefined = exists && { name, spans: toRuntimeSpans(exists) };
    const data = {
      name,
      partialEvent: partial && toLiteral(partial).text,
      fleet: fleet.label,
      takers: describeTakers(view),
      request: request.name,
      response: response.name,
    };
    return codeFile(`validators/${name}.ts`, render(data), context);
  });
}

/** The shops that have to take an answer, in words. */
const describeTakers = ({ fleet, responseMode }: View): string =>
  responseMode === "gated" ? "the shop that asked" : `every shop of ${fleet.label}`;

function emitIndex(view: View, context: TargetContext): OutputFile {
  const { events, fleet, errorRequest } = view;
  const code = context.layout("validators/index.hbs")({
    fleet: fleet.label,
    takers: describeTakers(view),
    errorRequest: errorRequest.name,
    events: events.map(({ name, request, response }) => ({
      name,
      file: toStringLiteral(`./${name}.js`),
      request: request.name,
      response: response.name,
    })),
  });
  return codeFile("validators/index.ts", code, context);
}
