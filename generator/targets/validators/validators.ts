import { compileTemplate, renderTemplate } from "../../text/template.js";
import { toStringLiteral } from "../../text/escape.js";
import { collectTypes } from "../../view/walk.js";
import { beyond } from "../../view/beyond.js";
import type { Fleet } from "../../time/fleet.js";
import type { ObjectView, View } from "../../view/view.js";
import { codeFile, copyCode } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { legacyNamesIn } from "./legacy-names.js";
import { printModule } from "./module.js";
import { spansLiteral } from "./release-test.js";
import type { Checked } from "./checking.js";

export const validators: Target = {
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

function requestObjects({ events, errorRequest, commonRequest }: View): Checked[] {
  return withBase(
    events.map(({ request }) => request),
    { common: commonRequest, foreign: [] },
    [errorRequest],
  );
}

/** What only some events take is forbidden in what all have in common: what an event knows comes before that. */
function responseObjects({ events, commonResponse, foreignAnswers }: View): Checked[] {
  return withBase(
    events.map(({ response }) => response),
    { common: commonResponse, foreign: foreignAnswers.forbidden },
    [],
  );
}

/** The envelopes without what they have in common, that common part, and every object they hold. */
function withBase(
  envelopes: readonly ObjectView[],
  { common, foreign }: { readonly common: ObjectView; readonly foreign: ObjectView["forbidden"] },
  others: readonly ObjectView[],
): Checked[] {
  const names = new Set(envelopes.map(({ name }) => name));
  const { objects } = collectTypes([...envelopes, ...others]);
  return [
    { object: { ...common, forbidden: [...common.forbidden, ...foreign] }, partial: true },
    ...envelopes.map((object) => ({ object: beyond(object, common), base: common.name })),
    ...objects.filter(({ name }) => !names.has(name)).map((object) => ({ object })),
  ];
}

function emitCompiled(
  checks: readonly Checked[],
  side: "request" | "response",
  { fleet }: View,
  context: TargetContext,
): OutputFile {
  return codeFile(`validators/compiled/${side}s.ts`, printModule(checks, { side, fleet }), context);
}

/** The stretches of the fleet, once for all events. */
function emitFleet({ fleet }: View, context: TargetContext): OutputFile {
  const code = [
    'import type { Fleet } from "./fleet-check.js";\n',
    "/** The releases that this code is for: 59.3.2 is 59 0003 0002. */",
    `export const fleet: Fleet = { label: ${toStringLiteral(describeFleet(fleet))}, spans: ${spansLiteral(fleet.spans)} };\n`,
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
  const render = compileTemplate(context.template("validators/event.hbs"));
  return events.map(({ name, request, response, exists }) => {
    const legacyNames = legacyNamesIn(request);
    const data = {
      name,
      spans: exists && spansLiteral(exists),
      fleet: fleet.label,
      takers: takersOf(view),
      request: request.name,
      response: response.name,
      legacyNames: legacyNames && JSON.stringify(legacyNames),
    };
    return codeFile(`validators/${name}.ts`, render(data), context);
  });
}

/** Who has to take an answer, in words. */
const takersOf = ({ fleet, responseMode }: View): string =>
  responseMode === "gated" ? "the shop that asked" : `every shop of ${fleet.label}`;

function emitIndex(view: View, context: TargetContext): OutputFile {
  const { events, fleet, errorRequest } = view;
  const code = renderTemplate(context.template("validators/index.hbs"), {
    fleet: fleet.label,
    takers: takersOf(view),
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
