import { createSnapshots } from "../lattice/snapshot.js";
import { getOrCreate } from "../../base/once.js";
import type { ExampleModel } from "../model/flow-model.js";
import type { Direction, Model, ObjectModel } from "../model/model.js";
import { listEveryAlternative } from "../model/paths.js";
import { report } from "../../base/problem/catalogue.js";
import type { Problem } from "../../base/problem/problem.js";
import { toRefereeDefinitions } from "../schema/schemas.js";
import { createAjv, type ErrorObject, type ValidateFunction } from "../read/ajv.js";
import type { OpenInSamples, QuestionEntry, SampleBodyName } from "../read/dialect.js";
import { eventPath } from "../read/files.js";
import { joinPointer, splitPointer } from "../read/pointer.js";
import { findPaths, defined, readPath, type ValuePath } from "../read/values.js";
import { formatRelease } from "../../base/time/release.js";
import { createViewLookup } from "../view/build-view.js";
import type { EventView, View } from "../view/view.js";
import { listBodies } from "../view/walk.js";

/** Checks each example against its own release only. Every event needs an example with a request. */
export function checkExamples(model: Model): readonly Problem[] {
  const viewAt = createViewLookup(createSnapshots(model));
  const checks = new Map<View, BodyChecks>();
  const wrong = model.examples.flatMap((example) => {
    const view = viewAt(example.release);
    const event = view?.events.find(({ name }) => name === example.event);
    if (!view || !event) return [reportForeign(example)];
    const findCheck = getOrCreate(checks, view, () => createBodyChecks(view));
    return checkExample(example, event, findCheck);
  });
  return [...wrong, ...missingExamples(model), ...checkOpenQuestions(model)];
}

const reportForeign = ({ event, release, path }: ExampleModel): Problem =>
  report("example-event", { event, release: formatRelease(release) }, { file: path, pointer: "/release" });

function checkExample(example: ExampleModel, event: EventView, findCheck: BodyChecks): Problem[] {
  const params = { event: event.name, release: formatRelease(example.release) };
  return bodyNames
    .filter((body) => example[body] !== undefined)
    .flatMap((body) => {
      const validate = findCheck(event, body);
      if (validate(example[body])) return [];
      return (validate.errors ?? []).slice(0, 5).map((error) => {
        const place = { file: example.path, pointer: `/${body}${error.instancePath}` };
        return report("example-invalid", { ...params, body, detail: describeError(error) }, place);
      });
    });
}

function describeError(error: ErrorObject): string {
  const { additionalProperty, allowedValues } = error.params as Record<string, unknown>;
  if (typeof additionalProperty === "string")
    return `it has a property "${additionalProperty}", which this release does not have`;
  const values = Array.isArray(allowedValues) ? `: ${allowedValues.join(", ")}` : "";
  return `${error.instancePath === "" ? "the body" : error.instancePath} ${error.message ?? "is invalid"}${values}`;
}

function missingExamples({ events, examples }: Model): Problem[] {
  if (examples.length === 0) return [report("no-examples", {})];
  const shown = examples.filter(({ request }) => request !== undefined).map(({ event }) => event);
  return events
    .filter(({ name }) => !shown.includes(name))
    .map(({ name }) => report("example-missing", { event: name }, { file: eventPath(name), pointer: "" }));
}

export const bodyNames = ["request", "response", "errorRequest"] as const;
export type BodyName = (typeof bodyNames)[number];

type BodyChecks = (event: EventView, body: BodyName) => ValidateFunction;

export function createBodyChecks(view: View): BodyChecks {
  const findCheck = createObjectChecks(view);
  return (event, body) => {
    const { name } = body === "errorRequest" ? view.errorRequest : event[body];
    const side = body === "response" ? "response" : "request";
    return defined(findCheck(side, name), `there is a schema of ${name}`);
  };
}

/**
 * Creates validators for a view. Requests are checked as strictly as answers, so an example may contain only what
 * the view describes. Shared objects are compiled once per direction.
 */
export function createObjectChecks(
  view: View,
): (side: Direction, name: string) => ValidateFunction | undefined {
  const { requests, responses } = listBodies(view);
  const ajv = createAjv({ allErrors: true, inlineRefs: false, validateSchema: false });
  ajv.addSchema({ definitions: toRefereeDefinitions(requests, "closed") }, "request");
  ajv.addSchema({ definitions: toRefereeDefinitions(responses, "response") }, "response");
  return (side, name) => ajv.getSchema(`${side}#/definitions/${name}`);
}

const checkOpenQuestions = (model: Model): readonly Problem[] =>
  model.questions.flatMap((question, index) =>
    (question.samples ?? []).flatMap((rule, at) => [
      ...leadsNowhere(rule, `/questions/${index}/samples/${at}`, model),
      ...model.examples.flatMap((example) => findAnswers(example, rule, question)),
    ]),
  );

/** The open questions that a sample unavoidably answers. Mark them as open wherever you show the sample. */
export const listShownQuestions = (example: ExampleBodies, { questions }: Model): QuestionEntry[] =>
  questions.filter(({ samples = [] }) =>
    samples.some((rule) => rule.shown === true && findOpen(example, rule).length > 0),
  );

type ExampleBodies = Pick<ExampleModel, "event" | SampleBodyName>;

function findAnswers(example: ExampleModel, rule: OpenInSamples, { id, question }: QuestionEntry): Problem[] {
  const { body, unless, shown = false } = rule;
  if (shown) return [];
  return findOpen(example, rule).map((path) => {
    const place = { file: example.path, pointer: joinPointer("", body, ...path) };
    return report("example-answers", { id, question, unless: unless && describeUnless(unless) }, place);
  });
}

function findOpen(example: ExampleBodies, { body, events, at, unless }: OpenInSamples): ValuePath[] {
  if (events && !events.includes(example.event)) return [];
  return findPaths(example[body], splitPointer(at)).filter(
    (path) => !unless || !isExcused(example, path, body, unless),
  );
}

type Unless = NonNullable<OpenInSamples["unless"]>;

/** True if the sample leaves the question open anyway, because every reading of the contract gives the same result. */
function isExcused(example: ExampleBodies, path: ValuePath, body: SampleBodyName, unless: Unless): boolean {
  const { up, down } = resolve(unless.at, path);
  const holder = readPath(example[unless.body ?? body], up);
  return findPaths(holder, down).every((found) => readPath(holder, found) === unless.is);
}

/** Splits a pointer: `../x` is a sibling, `/x` is at the root of the body. */
function resolve(at: string, from: ValuePath): { readonly up: ValuePath; readonly down: ValuePath } {
  const tokens = at.split("/").filter((token) => token !== "");
  const ups = tokens.filter((token) => token === "..").length;
  return { up: ups === 0 ? [] : from.slice(0, -ups), down: tokens.slice(ups) };
}

const describeUnless = ({ body, at, is }: Unless): string =>
  `${at}${body === undefined ? "" : ` of the ${body}`} is ${JSON.stringify(is)}`;

/** Reports rules and exceptions that match nothing, because they would silently allow every sample. */
function leadsNowhere(rule: OpenInSamples, pointer: string, model: Model): Problem[] {
  const { body, events, at, unless } = rule;
  const noPlace = (what: SampleBodyName, name: string, part: string): Problem =>
    report(
      "unknown-reference",
      { what: `property of a ${what}`, name, suggestion: undefined },
      { file: "open-questions.json", pointer: `${pointer}/${part}` },
    );
  const concerned = model.events.filter(({ name }) => events?.includes(name) ?? true);
  const found = concerned.filter((event) => leadsToProperty(event[body], splitPointer(at)));
  if (found.length === 0) return [noPlace(body, at, "at")];
  if (!unless) return [];
  const { up, down } = resolve(unless.at, splitPointer(at));
  const path = [...up, ...down];
  const excuse = unless.body ?? body;
  return found.some((event) => leadsToProperty(event[excuse], path))
    ? []
    : [noPlace(excuse, unless.at, "unless/at")];
}

/** The model has no level for list items, so `*` may match without going one level down. */
function leadsToProperty(object: ObjectModel, [token, ...rest]: ValuePath): boolean {
  if (token === "*" && leadsToProperty(object, rest)) return true;
  const properties = object.properties.filter(({ name }) => token === "*" || name === token);
  if (rest.length === 0) return properties.length > 0;
  return properties
    .flatMap(listEveryAlternative)
    .some(({ kind }) => kind.kind === "object" && leadsToProperty(kind.object, rest));
}
