import { createAlbum } from "../lattice/snapshot.js";
import { createMemo } from "../memo.js";
import type { ExampleModel } from "../model/flow-model.js";
import type { Model } from "../model/model.js";
import { report } from "../problem/catalogue.js";
import type { Problem } from "../problem/problem.js";
import type { ErrorObject } from "../spec/ajv.js";
import { eventPath } from "../spec/files.js";
import { formatRelease, type Release } from "../time/release.js";
import { createViewLookup } from "../view/build-view.js";
import { checkOpenQuestions } from "./check-open-questions.js";
import type { View } from "../view/view.js";
import { bodies, createBodyChecks, type BodyChecks } from "./fleet-examples.js";

/** Holds every example against exactly the release it names; every event has one with a request. */
export function checkExamples(model: Model): readonly Problem[] {
  const memo = createMemo();
  const viewAt = createViewLookup(createAlbum(model));
  const contractAt = (release: Release): Contract | undefined => {
    const view = viewAt(release);
    return view && { view, findCheck: memo.keep("checks", view, () => createBodyChecks(view)) };
  };
  const wrong = model.examples.flatMap((example) => checkExample(example, contractAt(example.release)));
  return [...wrong, ...missingExamples(model), ...checkOpenQuestions(model)];
}

/** What one release takes. */
interface Contract {
  readonly view: View;
  readonly findCheck: BodyChecks;
}

function checkExample(example: ExampleModel, contract: Contract | undefined): Problem[] {
  const { event, path } = example;
  const release = formatRelease(example.release);
  const known = contract?.view.events.find(({ name }) => name === event);
  if (!contract || !known)
    return [report("example-event", { event, release }, { file: path, pointer: "/release" })];
  return bodies
    .filter((body) => example[body] !== undefined)
    .flatMap((body) => {
      const root = body === "errorRequest" ? contract.view.errorRequest : known[body];
      const validate = contract.findCheck(root, body);
      if (validate(example[body])) return [];
      return (validate.errors ?? []).slice(0, 5).map((error) => {
        const place = { file: path, pointer: `/${body}${error.instancePath}` };
        return report("example-invalid", { body, event, release, detail: describe(error) }, place);
      });
    });
}

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
    .map(({ name }) => report("example-missing", { event: name }, { file: eventPath(name), pointer: "" }));
