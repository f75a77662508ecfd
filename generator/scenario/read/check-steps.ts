import { report } from "../../problem/catalogue.js";
import type { Problem } from "../../problem/problem.js";
import { suggest } from "../../text/words.js";
import type { Json, JsonObject } from "../../json.js";
import { listReferences } from "../values/references.js";

/** What is written in a step besides what it does. */
const besides = ["expect", "exactly", "as", "fault"];

/** The keys of a step that say what it does. */
export const listActions = (step: JsonObject): string[] =>
  Object.keys(step).filter((key) => !besides.includes(key));

/** What no schema says of the steps of a scenario whose shape is right. */
export function checkSteps(
  scenario: JsonObject,
  file: string,
  isEvent: (name: string) => boolean,
): readonly Problem[] {
  const known = new Set(Object.keys((scenario["values"] ?? {}) as JsonObject));
  return (scenario["steps"] as readonly JsonObject[]).flatMap((step, index) => {
    const place = { file, pointer: `/steps/${index}` };
    const problems = [
      ...checkAction(step, place.file, place.pointer, isEvent),
      ...checkNames(step, place, known),
    ];
    if (typeof step["as"] === "string") known.add(step["as"]);
    return problems;
  });
}

function checkAction(
  step: JsonObject,
  file: string,
  pointer: string,
  isEvent: (name: string) => boolean,
): Problem[] {
  const actions = listActions(step);
  const [action, ...others] = actions;
  if (action === undefined || others.length > 0)
    return [report("scenario-step", { actions }, { file, pointer })];
  return step["fault"] === undefined || isEvent(action)
    ? []
    : [report("scenario-fault", { action }, { file, pointer: `${pointer}/fault` })];
}

/** A name is known from the values of the scenario, and from the steps before. */
const checkNames = (
  step: Json,
  { file, pointer }: { readonly file: string; readonly pointer: string },
  known: ReadonlySet<string>,
): Problem[] =>
  listReferences(step, pointer)
    .filter(({ name }) => !known.has(name))
    .map(({ name, pointer: at }) =>
      report("scenario-name", { name, suggestion: suggest(name, known) }, { file, pointer: at }),
    );
