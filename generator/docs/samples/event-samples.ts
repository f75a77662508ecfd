import { listShownQuestions } from "../../examples/check-examples.js";
import { titleExample } from "../../examples/fleet-examples.js";
import type { ExampleModel } from "../../model/flow-model.js";
import { isInFleet } from "../../time/fleet.js";
import type { ObjectView } from "../../view/view.js";
import type { Block, CodeBlock, Paragraph } from "../blocks/block.js";
import { joinTexts, nothing, strong, text, toText, type Text } from "../blocks/text.js";
import { beside, heading, jsonBlock, toBlocks, toParagraph } from "../blocks/write.js";
import { questionText } from "../prose/prose-text.js";
import type { Survey } from "../survey/survey.js";
import { createEventSample, type Exchange } from "./contract-sample.js";
import { hasOnlyKnown } from "./known-values.js";
import { originText, titleRelease } from "./origin.js";
import { sortByPriority } from "./sort-by-priority.js";

/** Bodies that go over the wire one after another, and what they show. */
export interface Sample {
  readonly title: string;
  readonly intro: Text;
  readonly bodies: readonly SampleBody[];
}

export interface SampleBody {
  readonly from: "pos" | "partner";
  /** Says who sends it. */
  readonly lead: Text;
  readonly title: string;
  readonly body: unknown;
  /** The lines of its JSON that stand out. */
  readonly marked?: readonly number[];
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
      title: titleExample(example),
      intro: introText(example, survey),
      bodies: listBodies(example, survey),
    })),
  ];
}

const madeTexts = {
  title: "Made from the contract",
  intro: text`We made this sample from the contract. All samples of requests are from newer releases than your fleet runs.`,
};

/** What a sample shows of one side, to stand beside what that side may send; no blocks if it shows nothing. */
export function besideBlocks(from: SampleBody["from"], sample: Sample | undefined): Block[] {
  if (!sample) return [];
  const { title, intro, bodies } = sample;
  const shown = bodies.filter((body) => body.from === from);
  if (shown.length === 0) return [];
  return from === "pos"
    ? beside([...toParagraph(text`${strong(title)}: ${intro}`), ...bodyBlocks(shown)])
    : beside([
        ...toParagraph(text`Your answer to the sample above, ${strong(title)}:`),
        ...jsonBlocks(shown),
      ]);
}

/** A sample below a heading of its own. */
export const sampleBlocks = ({ title, intro, bodies }: Sample): Block[] =>
  toBlocks(heading(3, title), intro, ...bodyBlocks(bodies));

/** The bodies, each after a line that says who sends it. */
export const bodyBlocks = (bodies: readonly SampleBody[]): (Paragraph | CodeBlock)[] =>
  bodies.flatMap(({ lead, title, body, marked }) => [
    ...toParagraph(text`${lead}:`),
    { ...jsonBlock(body, title), ...(marked && { marked }) },
  ]);

const jsonBlocks = (bodies: readonly SampleBody[]): CodeBlock[] =>
  bodies.map(({ body, title }) => jsonBlock(body, title));

/** What an example shows, which release it is from, whether not every shop takes its answer, and what it leaves open that one above does not. */
export function introText(example: ExampleModel, survey: Survey, above?: ExampleModel): Text {
  const { description, release } = example;
  const warning = isTakenEverywhere(example, findResponse(example.event, survey))
    ? nothing
    : text`${strong("Not every shop")} of your fleet takes all of this answer.`;
  const told = above ? listShownQuestions(above, survey.model) : [];
  const open = listShownQuestions(example, survey.model).filter((question) => !told.includes(question));
  return joinTexts(
    [
      toText(description),
      originText(release, survey),
      sourceText(example),
      warning,
      ...open.map(questionText),
    ],
    " ",
  );
}

/** Whose a sample is. */
export const sourceText = ({ source = "composed" }: ExampleModel): Text => text`${sourceWords[source]}`;

const sourceWords = {
  vendor: "Made after a sample of the vendor.",
  receiver: "From a public receiver.",
  composed: "Composed by us.",
} as const;

const findResponse = (event: string, { fleetView }: Survey): ObjectView | undefined =>
  fleetView.events.find(({ name }) => name === event)?.response;

/** The bodies of an example, with titles that say which event and release they are of. */
export function listBodies(exchange: Exchange, survey: Survey, origin = ""): SampleBody[] {
  const { event, release, request, response, errorRequest } = exchange;
  const formatTitle = (what: string): string => `${event} ${what}${titleRelease(release, survey)}${origin}`;
  const bodies = [
    { from: "pos", body: request, lead: text`The POS sends`, title: formatTitle("request") },
    { from: "partner", body: response, lead: text`You answer`, title: formatTitle("answer") },
    { from: "pos", body: errorRequest, lead: text`The POS reports`, title: formatTitle("error request") },
  ] as const;
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
