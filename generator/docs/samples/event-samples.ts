import type { ExampleModel } from "../../model/example-model.js";
import { isInFleet } from "../../time/fleet.js";
import type { ObjectView } from "../../view/view.js";
import type { Block } from "../blocks/block.js";
import { joinTexts, nothing, strong, text, toText, type Text } from "../blocks/text.js";
import { heading, jsonBlock, toBlocks } from "../blocks/write.js";
import type { Survey } from "../survey/survey.js";
import { createEventSample, type Exchange } from "./contract-sample.js";
import { hasOnlyKnown } from "./known-values.js";
import { originText, titleRelease } from "./origin.js";
import { sortByPriority } from "./sort-by-priority.js";
import { capitalize } from "../../text/capitalize.js";

/** Bodies that go over the wire one after another, and what they show. */
export interface Sample {
  readonly title: string;
  readonly intro: Text;
  readonly bodies: readonly SampleBody[];
}

interface SampleBody {
  /** Says who sends it. */
  readonly lead: string;
  readonly title: string;
  readonly body: unknown;
}

/** The samples of an event, the most useful for this fleet first, with one made from the contract if no shop could send any. */
export function listSamples(event: string, survey: Survey): Sample[] {
  const { model, fleetView } = survey;
  const response = findResponse(event, survey);
  const examples = model.examples.filter((example) => example.event === event);
  const sorted = sortByPriority(examples, (example) => toPriority(example, survey, response));
  const isCovered = examples.some(
    ({ release, request }) => release <= fleetView.fleet.max && request !== undefined,
  );
  const made = isCovered ? undefined : createEventSample(event, survey);
  return [
    ...(made ? [{ ...madeTexts, bodies: listBodies(made, survey, ", made") }] : []),
    ...sorted.map((example) => ({
      title: toTitle(example),
      intro: introText(example, survey),
      bodies: listBodies(example, survey),
    })),
  ];
}

const madeTexts = {
  title: "Made from the contract",
  intro: text`No shop sent this: it is made from the contract, since every sample is from a newer release than your fleet runs.`,
};

/** A sample below a heading of its own. */
export const sampleBlocks = ({ title, intro, bodies }: Sample): Block[] =>
  toBlocks(heading(3, title), intro, ...bodyBlocks(bodies));

/** The bodies, each after a line that says who sends it. */
export const bodyBlocks = (bodies: readonly SampleBody[]): Block[] =>
  bodies.flatMap(({ lead, title, body }) => toBlocks(lead, jsonBlock(body, title)));

/** `size-asked.json` as words. A file keeps its name, so the heading keeps its anchor. */
function toTitle({ path }: ExampleModel): string {
  const name = (path.split("/").at(-1) ?? "").replace(/\.json$/, "").replaceAll("-", " ");
  return capitalize(name);
}

/** What an example shows, which release it is from, and whether not every shop takes its answer. */
export function introText(example: ExampleModel, survey: Survey): Text {
  const { description, release } = example;
  const warning = isTakenEverywhere(example, findResponse(example.event, survey))
    ? nothing
    : text`${strong("Not every shop")} of your fleet takes all of this answer.`;
  return joinTexts([toText(description), originText(release, survey), sourceText(example), warning], " ");
}

/** Whose a sample is. */
export const sourceText = ({ source = "composed" }: ExampleModel): Text => text`${sourceWords[source]}`;

const sourceWords = {
  vendor: "After the vendor's own sample.",
  receiver: "As a public receiver has it.",
  composed: "Composed by us.",
} as const;

const findResponse = (event: string, { fleetView }: Survey): ObjectView | undefined =>
  fleetView.events.find(({ name }) => name === event)?.response;

/** The bodies of an example, with titles that say which event and release they are of. */
export function listBodies(exchange: Exchange, survey: Survey, origin = ""): SampleBody[] {
  const { event, release, request, response, errorRequest } = exchange;
  const formatTitle = (what: string): string => `${event} ${what}${titleRelease(release, survey)}${origin}`;
  const bodies = [
    { body: request, lead: "The POS sends:", title: formatTitle("request") },
    { body: response, lead: "You answer:", title: formatTitle("answer") },
    { body: errorRequest, lead: "The POS reports:", title: formatTitle("error request") },
  ];
  return bodies.filter(({ body }) => body !== undefined);
}

/**
 * Answers that every shop takes come before others, examples that are not too new before those that are, events before
 * error reports. Of these the ones that flows show come first, in their order. Then come those of the fleet's releases,
 * exchanges with an answer, the newest, and the longest answer.
 */
const toPriority = (
  example: ExampleModel,
  { fleetView: { fleet }, flowRanks }: Survey,
  response?: ObjectView,
): readonly number[] => [
  Number(isTakenEverywhere(example, response)),
  Number(example.release <= fleet.max),
  Number(example.request !== undefined),
  flowRanks.get(example.path) ?? 0,
  Number(isInFleet(example.release, fleet)),
  Number(example.response !== undefined),
  example.release <= fleet.max ? example.release : 0 - example.release,
  JSON.stringify(example.response ?? null).length,
];

/** An answer to an event that the fleet does not have is taken by no shop. */
const isTakenEverywhere = ({ response }: ExampleModel, known: ObjectView | undefined): boolean =>
  response === undefined || (known !== undefined && hasOnlyKnown(response, known));
