import type { ExampleModel, Model } from "../model/model.js";
import { report } from "../problem/catalogue.js";
import type { Problem } from "../problem/problem.js";
import { createAjv, type ErrorObject, type ValidateFunction } from "../schema/ajv.js";
import { formatRelease, type Release } from "../schema/release.js";
import { buildView } from "./build-view.js";
import { fleetOf } from "./fleet.js";
import { toJsonSchema } from "./json-schema.js";
import type { ObjectView, View } from "./view.js";

const bodies = ["request", "response", "errorRequest"] as const;
type Body = (typeof bodies)[number];

/** Holds every example against exactly the release it names; every event has one with a request. */
export function checkExamples(model: Model): readonly Problem[] {
  const views = new Map<Release, View | undefined>();
  const viewAt = (release: Release): View | undefined => {
    if (!views.has(release)) {
      const built = buildView(model, fleetOf(release, model));
      views.set(release, built.ok ? built.value : undefined);
    }
    return views.get(release);
  };
  const validators = new Map<ObjectView, ValidateFunction>();
  const wrong = model.examples.flatMap((example) =>
    checkExample(example, viewAt(example.release), validators),
  );
  return [...wrong, ...missingExamples(model)];
}

function checkExample(
  example: ExampleModel,
  view: View | undefined,
  validators: Map<ObjectView, ValidateFunction>,
): Problem[] {
  const { event, path } = example;
  const release = formatRelease(example.release);
  const known = view?.events.find(({ name }) => name === event);
  if (!view || !known)
    return [report("example-event", { event, release }, { file: path, pointer: "/release" })];
  return bodies
    .filter((body) => example[body] !== undefined)
    .flatMap((body) => {
      const root = body === "errorRequest" ? view.errorRequest : known[body];
      const validate = validators.get(root) ?? compile(root, body);
      validators.set(root, validate);
      if (validate(example[body])) return [];
      return (validate.errors ?? []).slice(0, 5).map((error) => {
        const place = { file: path, pointer: `/${body}${error.instancePath}` };
        return report("example-invalid", { body, event, release, detail: describe(error) }, place);
      });
    });
}

/** An example may hold nothing that its release did not know, so requests are read closed too. */
const compile = (root: ObjectView, body: Body): ValidateFunction =>
  createAjv({ allErrors: true }).compile(toJsonSchema(root, body === "response" ? "response" : "closed"));

function describe(error: ErrorObject): string {
  const { additionalProperty, allowedValues } = error.params as Record<string, unknown>;
  if (typeof additionalProperty === "string")
    return `it has a property "${additionalProperty}" that this release does not know`;
  const values = Array.isArray(allowedValues) ? `: ${allowedValues.join(", ")}` : "";
  return `${error.instancePath === "" ? "the body" : error.instancePath} ${error.message ?? "does not fit"}${values}`;
}

const missingExamples = ({ events, examples }: Model): Problem[] =>
  events
    .filter(
      ({ name }) => !examples.some((example) => example.event === name && example.request !== undefined),
    )
    .map(({ name }) => report("example-missing", { event: name }));
