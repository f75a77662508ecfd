import type { ExampleModel } from "../model/example-model.js";
import type { Model, ObjectModel } from "../model/model.js";
import { listEveryAlternative } from "../model/walk.js";
import { report } from "../problem/catalogue.js";
import type { Problem } from "../problem/problem.js";
import type { OpenInSamples, QuestionEntry, SampleBodyName } from "../spec/dialect.js";
import { joinPointer, splitPointer } from "../spec/pointer.js";

/** Holds every example against what is open: none may answer a question that no source answers. */
export const checkOpenQuestions = (model: Model): readonly Problem[] =>
  model.questions.flatMap((question, index) =>
    (question.samples ?? []).flatMap((rule, at) => [
      ...leadsNowhere(rule, `/questions/${index}/samples/${at}`, model),
      ...model.examples.flatMap((example) => findAnswers(example, rule, question)),
    ]),
  );

function findAnswers(example: ExampleModel, rule: OpenInSamples, { id, question }: QuestionEntry): Problem[] {
  const { body, events, at, unless } = rule;
  if (events && !events.includes(example.event)) return [];
  return findPaths(example[body], splitPointer(at))
    .filter((path) => !unless || !isExcused(example, path, body, unless))
    .map((path) => {
      const place = { file: example.path, pointer: joinPointer("", body, ...path) };
      return report("example-answers", { id, question, unless: unless && describeUnless(unless) }, place);
    });
}

type Unless = NonNullable<OpenInSamples["unless"]>;

/** Whether the sample leaves the question open even so, as all readings come to the same. */
function isExcused(example: ExampleModel, path: Path, body: SampleBodyName, unless: Unless): boolean {
  const tokens = unless.at.split("/").filter((token) => token !== "");
  const ups = tokens.filter((token) => token === "..").length;
  const start = ups === 0 ? [] : path.slice(0, -ups);
  const holder = readPath(example[unless.body ?? body], start);
  return findPaths(holder, tokens.slice(ups)).every((found) => readPath(holder, found) === unless.is);
}

const describeUnless = ({ body, at, is }: Unless): string =>
  `${at}${body === undefined ? "" : ` of the ${body}`} is ${JSON.stringify(is)}`;

type Path = readonly string[];

/** Where a value has what a pointer leads to; `*` is each item of a list, and each property of an object. */
function findPaths(value: unknown, [token, ...rest]: Path): Path[] {
  if (token === undefined) return [[]];
  const isObject = typeof value === "object" && value !== null;
  const names = token !== "*" ? [token] : isObject ? Object.keys(value) : [];
  return names.flatMap((name) => {
    const part = readPath(value, [name]);
    return part === undefined ? [] : findPaths(part, rest).map((path) => [name, ...path]);
  });
}

const readPath = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (part, name) =>
      typeof part === "object" && part !== null && Object.hasOwn(part, name)
        ? (part as Readonly<Record<string, unknown>>)[name]
        : undefined,
    value,
  );

/** A rule that leads nowhere would let everything pass. */
function leadsNowhere({ body, events, at }: OpenInSamples, pointer: string, model: Model): Problem[] {
  const asked = model.events.filter(({ name }) => events?.includes(name) ?? true);
  const tokens = splitPointer(at);
  const isKnown = asked.length >= (events?.length ?? 1) && asked.some((event) => leads(event[body], tokens));
  if (isKnown) return [];
  const place = { file: "open-questions.json", pointer: `${pointer}/at` };
  return [
    report("unknown-reference", { what: `place in a ${body}`, name: at, suggestion: undefined }, place),
  ];
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
