import type { Fleet as RuntimeFleet } from "../../../templates/validators/checks.js";
import type { PartialEvent } from "../../../templates/validators/results.js";
import { collectTypes, withoutShared } from "../../view/walk.js";
import type { Fleet } from "../../time/fleet.js";
import type { ObjectView, View } from "../../view/view.js";
import { copyCode, libraryFile } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { toLiteral } from "../../text/code.js";
import { printCheck, printWriter, type CheckedObject } from "./objects.js";
import { printImports } from "./print.js";
import { toRuntimeSpans } from "./release-test.js";
import { reportAll, reportFirst } from "./reporting.js";

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
  const [requests, responses] = [listRequestObjects(view), listResponseObjects(view)];
  const answers = { side: "response", fleet, report: reportAll } as const;
  const lines = [
    ...requests.flatMap((each) => printCheck(each, { side: "request", fleet, report: reportFirst })),
    ...responses.flatMap((each) => printCheck(each, answers)),
    ...responses.flatMap((each) => printWriter(each, answers)),
  ];
  return [...printImports(lines), ...lines.map(({ text }) => text), ""].join("\n");
}

const listRequestObjects = ({ events, errorRequest, commonRequest }: View): readonly CheckedObject[] => {
  const bodies = events.map(({ request }) => request);
  return listSide(bodies, commonRequest, { forbidden: [], others: [errorRequest] });
};

/** An answer that only some events take is forbidden in the common part; the events that take it know it themselves. */
const listResponseObjects = ({ events, commonResponse, foreignAnswers }: View): readonly CheckedObject[] => {
  const bodies = events.map(({ response }) => response);
  return listSide(bodies, commonResponse, { forbidden: foreignAnswers.forbidden, others: [] });
};

/** The part that the bodies have in common, what each has besides, and every object in them. */
function listSide(
  bodies: readonly ObjectView[],
  base: ObjectView,
  more: { readonly forbidden: ObjectView["forbidden"]; readonly others: readonly ObjectView[] },
): readonly CheckedObject[] {
  const { objects } = collectTypes([...bodies, ...more.others]);
  return [
    { object: { ...base, forbidden: [...base.forbidden, ...more.forbidden] }, isBase: true },
    ...bodies.map((whole) => ({ object: withoutShared(whole, base), base, whole })),
    ...objects.filter((object) => !bodies.includes(object)).map((object) => ({ object })),
  ];
}

/** The shops that have to take an answer, in words. */
const describeTakers = ({ fleet, responseMode }: View): string =>
  responseMode === "gated" ? "the shop that asked" : `every shop of ${fleet.label}`;

/** `48 to the latest`, `the first to 59`, `48 and 59`. */
function describeFleet({ label }: Fleet): string {
  const [min = "", max] = label.split("..");
  return max === undefined ? min : `${min || "the first"} to ${max || "the latest"}`;
}

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
        spans: partial && toLiteral(partial.spans).text,
      };
    }),
  });
  return libraryFile("validators/index.ts", code, context);
}
