import type { ExampleModel } from "../model/flow-model.js";
import type { Model, ObjectModel } from "../model/model.js";
import { listEveryAlternative } from "../model/walk.js";
import { report } from "../problem/catalogue.js";
import type { Place, Problem } from "../problem/problem.js";
import type { OpenInSamples, QuestionEntry, SampleBodyName } from "../spec/dialect.js";
import { reportUnknown } from "../spec/lint/check-names.js";
import { findPaths, readPath, type Path } from "../spec/values.js";
import { joinPointer, splitPointer } from "../spec/pointer.js";

/** Holds every example against what is open: none may answer a question that no source answers. */
export const checkOpenQuestions = (model: Model): readonly Problem[] =>
  model.questions.flatMap((question, index) =>
    (question.samples ?? []).flatMap((rule, at) => [
      ...leadsNowhere(rule, `/questions/${index}/samples/${at}`, model),
      ...model.examples.flatMap((example) => findAnswers(example, rule, question)),
    ]),
  );

/** The questions whose answer a sample cannot but show, so that whoever shows it has to say that they are open. */
export const listShownQuestions = (
  example: Bodies,
  { questions }: Pick<Model, "questions">,
): QuestionEntry[] =>
  questions.filter(({ samples = [] }) =>
    samples.some((rule) => rule.shown === true && findOpen(example, rule).length > 0),
  );

type Bodies = Pick<ExampleModel, "event" | SampleBodyName>;

function findAnswers(example: ExampleModel, rule: OpenInSamples, { id, question }: QuestionEntry): Problem[] {
  const { body, unless, shown = false } = rule;
  if (shown) return [];
  return findOpen(example, rule).map((path) => {
    const place = { file: example.path, pointer: joinPointer("", body, ...path) };
    return report("example-answers", { id, question, unless: unless && describeUnless(unless) }, place);
  });
}

/** Where a sample has what a rule names. */
function findOpen(example: Bodies, { body, events, at, unless }: OpenInSamples): Path[] {
  if (events && !events.includes(example.event)) return [];
  return findPaths(example[body], splitPointer(at)).filter(
    (path) => !unless || !isExcused(example, path, body, unless),
  );
}

type Unless = NonNullable<OpenInSamples["unless"]>;

/** Whether the sample leaves the question open even so, as all readings come to the same. */
function isExcused(example: Bodies, path: Path, body: SampleBodyName, unless: Unless): boolean {
  const { ups, tokens } = splitRelative(unless.at);
  const holder = readPath(example[unless.body ?? body], climb(path, ups));
  return findPaths(holder, tokens).every((found) => readPath(holder, found) === unless.is);
}

/** How far up a pointer leads before it leads down: `../x` to a sibling, `/x` to what the body itself has. */
function splitRelative(at: string): { readonly ups: number; readonly tokens: Path } {
  const tokens = at.split("/").filter((token) => token !== "");
  const ups = tokens.filter((token) => token === "..").length;
  return { ups, tokens: tokens.slice(ups) };
}

const climb = (path: Path, ups: number): Path => (ups === 0 ? [] : path.slice(0, -ups));

const describeUnless = ({ body, at, is }: Unless): string =>
  `${at}${body === undefined ? "" : ` of the ${body}`} is ${JSON.stringify(is)}`;

/** A rule that leads nowhere would let everything pass, and so would an excuse that does. */
function leadsNowhere(rule: OpenInSamples, pointer: string, model: Model): Problem[] {
  const { body, events, at, unless } = rule;
  const place = (part: string): Place => ({ file: "open-questions.json", pointer: `${pointer}/${part}` });
  const known = model.events.map(({ name }) => name);
  const unknown = (events ?? []).flatMap((name, index) =>
    reportUnknown({ what: "event", name, known }, place(`events/${index}`)),
  );
  if (unknown.length > 0) return unknown;
  const noPlace = (what: SampleBodyName, name: string, part: string): Problem =>
    report("unknown-reference", { what: `place in a ${what}`, name, suggestion: undefined }, place(part));
  const asked = model.events.filter(({ name }) => events?.includes(name) ?? true);
  const found = asked.filter((event) => leads(event[body], splitPointer(at)));
  if (found.length === 0) return [noPlace(body, at, "at")];
  if (!unless) return [];
  const { ups, tokens } = splitRelative(unless.at);
  const path = [...climb(splitPointer(at), ups), ...tokens];
  const excuse = unless.body ?? body;
  return found.some((event) => leads(event[excuse], path)) ? [] : [noPlace(excuse, unless.at, "unless/at")];
}

/** The items of a list have no object of their own in the model: there, `*` stays where it is. */
function leads(object: ObjectModel, [token, ...rest]: Path): boolean {
  if (token === "*" && leads(object, rest)) return true;
  const properties = object.properties.filter(({ name }) => token === "*" || name === token);
  if (rest.length === 0) return properties.length > 0;
  return properties
    .flatMap(listEveryAlternative)
    .some(({ kind }) => kind.kind === "object" && leads(kind.object, rest));
}
