import type { Fleet as RuntimeFleet } from "../../../templates/validators/checks.js";
import type { PartialEvent } from "../../../templates/validators/results.js";
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
    codeFile("validators/compiled.ts", printCompiled(view), context),
    emitIndex(view, context),
  ];
}

/** One module for both sides. Only an answer is closed: its objects have constants beside their functions. */
const printCompiled = (view: View): string =>
  printModule([
    { checks: requestObjects(view), settings: { side: "request", fleet: view.fleet } },
    { checks: responseObjects(view), settings: { side: "response", fleet: view.fleet } },
  ]);

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

/** `48 to the latest`, `the first to 59`, `48 and 59`. */
function describeFleet({ label }: Fleet): string {
  const [min = "", max] = label.split("..");
  return max === undefined ? min : `${min || "the first"} to ${max || "the latest"}`;
}

/** The shops that have to take an answer, in words. */
const describeTakers = ({ fleet, responseMode }: View): string =>
  responseMode === "gated" ? "the shop that asked" : `every shop of ${fleet.label}`;

function emitIndex(view: View, context: TargetContext): OutputFile {
  const { events, fleet, errorRequest } = view;
  const spans: RuntimeFleet = { label: describeFleet(fleet), spans: toRuntimeSpans(fleet.spans) };
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
      };
    }),
  });
  return codeFile("validators/index.ts", code, context);
}
