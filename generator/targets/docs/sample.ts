import type { ExampleModel } from "../../model/model.js";
import { toMarkdownText, type MarkdownText } from "../../print/text.js";
import type { Fleet } from "../../version/fleet.js";
import type { EventView, ObjectView } from "../../version/view.js";
import { fitsObject } from "./fit.js";
import { jsonBlock, joinTexts, mdText, nothing } from "./markdown.js";
import type { Site } from "./site.js";
import { releaseText } from "./type-text.js";

/** A request and the answer to it, as blocks of JSON, and what they show. */
export interface Sample {
  readonly intro: MarkdownText;
  readonly request: MarkdownText;
  readonly response: MarkdownText;
}

/** The example of an event that tells this fleet most. */
export function sampleOf({ name, response }: EventView, { model, view }: Site): Sample | undefined {
  const examples = model.examples.filter(({ event, request }) => event === name && request !== undefined);
  const example = bestOf(examples, view.fleet, response);
  if (!example) return undefined;
  const warning = takesEverywhere(example, response)
    ? nothing
    : mdText`Not every shop of your fleet takes all of this answer.`;
  return {
    intro: joinTexts([introTo(example), warning], " "),
    request: jsonBlock(example.request),
    response: example.response === undefined ? nothing : jsonBlock(example.response),
  };
}

/** A request that reports a fault in an answer, from whichever event has one. */
export function errorSampleOf({ model, view }: Site): Sample | undefined {
  const examples = model.examples.filter(({ errorRequest }) => errorRequest !== undefined);
  const example = bestOf(examples, view.fleet);
  return example && { intro: introTo(example), request: jsonBlock(example.errorRequest), response: nothing };
}

const introTo = ({ description, release }: ExampleModel): MarkdownText =>
  mdText`${toMarkdownText(description)} This sample is from ${releaseText(release)}.`;

/** The first of those that rank highest; the model has the examples in order of their paths. */
function bestOf(
  examples: readonly ExampleModel[],
  fleet: Fleet,
  response?: ObjectView,
): ExampleModel | undefined {
  const ranked = examples.map((example) => ({ example, rank: rankOf(example, fleet, response) }));
  return ranked.reduce<(typeof ranked)[number] | undefined>(
    (best, next) => (best && compareRanks(best.rank, next.rank) >= 0 ? best : next),
    undefined,
  )?.example;
}

/**
 * Fit for every shop before fit for some, from the fleet before from elsewhere, with an answer before without,
 * the newest, and then the one whose answer shows most.
 */
const rankOf = (example: ExampleModel, { min, max }: Fleet, response?: ObjectView): readonly number[] => [
  Number(takesEverywhere(example, response)),
  Number(min <= example.release && example.release <= max),
  Number(example.response !== undefined),
  example.release <= max ? example.release : 0 - example.release,
  JSON.stringify(example.response ?? null).length,
];

const compareRanks = (a: readonly number[], b: readonly number[]): number =>
  a.map((rank, i) => rank - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;

const takesEverywhere = ({ response }: ExampleModel, view: ObjectView | undefined): boolean =>
  response === undefined || view === undefined || fitsObject(response, view);
