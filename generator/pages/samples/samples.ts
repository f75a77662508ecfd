import type { Block, CodeBlock, Paragraph } from "../blocks/block.js";
import { joinTexts, nothing, strong, text, type Text, toText } from "../blocks/text.js";
import { beside, heading, jsonBlock, releaseText, toBlocks, toParagraph } from "../blocks/builders.js";
import { listShownQuestions } from "../../contract/examples/check-examples.js";
import { titleExample } from "../../contract/examples/fleet-examples.js";
import { type ExampleModel, type FlowStepModel } from "../../contract/model/flow-model.js";
import type { Coverage } from "../../base/time/fleet.js";
import { formatRelease, type Release } from "../../base/time/release.js";
import type { ObjectView } from "../../contract/view/view.js";
import { linkToEvent } from "../links.js";
import type { PageData } from "../page-data.js";
import { answerText } from "../prose/flow-text.js";
import { questionText } from "../prose/remarks.js";
import { listRequiredNames } from "../prose/sequences.js";
import type { ExampleBodies } from "../examples.js";

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
}

/** The samples of an event, the best for this fleet first, with one made from the contract if none of them fits a shop. */
export function listSamples(event: string, data: PageData): Sample[] {
  const made = data.examples.createEvent(event);
  return [
    ...(made ? [{ ...madeTexts, bodies: listSampleBodies(made, data, ", made") }] : []),
    ...data.examples.ofEvent(event).map((example) => ({
      title: titleExample(example),
      intro: introText(example, data),
      bodies: listSampleBodies(example, data),
    })),
  ];
}

const madeTexts = {
  title: "Made from the contract",
  intro: text`We made this sample from the contract. No other sample has a request and an answer that fit your shops.`,
};

/** The bodies of one side in a sample, shown beside the schema of that side; no blocks if there are none. */
export function besideSample(from: SampleBody["from"], sample: Sample | undefined): Block[] {
  const shown = (sample?.bodies ?? []).filter((body) => body.from === from);
  if (!sample || shown.length === 0) return [];
  const { title, intro } = sample;
  return from === "pos"
    ? beside([...toParagraph(text`${strong(title)}: ${intro}`), ...bodyBlocks(shown)])
    : beside([
        ...toParagraph(text`Your answer to the sample above, ${strong(title)}:`),
        ...shown.map((each) => jsonBlock(each.body, each.title)),
      ]);
}

/** A sample below a heading of its own. */
export const sampleBlocks = ({ title, intro, bodies }: Sample): Block[] =>
  toBlocks(heading(3, title), intro, ...bodyBlocks(bodies));

/** The bodies, each after a line that says who sends it. */
const bodyBlocks = (bodies: readonly SampleBody[]): (Paragraph | CodeBlock)[] =>
  bodies.flatMap(({ lead, title, body }) => [...toParagraph(text`${lead}:`), jsonBlock(body, title)]);

/** The best sample of an object for this fleet; nothing for an object whose contents nobody knows. */
export function objectSample({ name, properties }: ObjectView, data: PageData): (Paragraph | CodeBlock)[] {
  const best = data.examples.ofObject(name);
  const made = properties.length === 0 ? undefined : data.examples.createObject(name);
  if (made) {
    const reason = best ? text`No sample of this object fits your shops.` : text`No sample has this object.`;
    const intro = text`${reason} We made the object from the contract of ${releaseText(made.release)}.`;
    const title = `${name}${titleRelease(made.release, "every shop", data)}, made`;
    return [...toParagraph(intro), jsonBlock(made.value, title)];
  }
  if (!best) return [];
  const { example, value } = best;
  const coverage = data.examples.getObjectCoverage(name, value, example.release);
  const use = data.answerObjects.has(name) ? text`takes all of this object` : text`sends all of this object`;
  const intro = [toText(example.description), originText(example, coverage, use, data)];
  const title = `${name}${titleRelease(example.release, coverage, data)}`;
  return [...toParagraph(joinTexts(intro, " ")), jsonBlock(value, title)];
}

/** What an example shows, where it is from, whether not every shop takes its answer, and what it leaves open that one above does not. */
function introText(example: ExampleModel, data: PageData, above?: ExampleModel): Text {
  const coverage = data.examples.getAnswerCoverage(example);
  const origin = originText(example, coverage, text`takes all of this answer`, data);
  const askedAbove = above ? listShownQuestions(above, data.model) : [];
  const open = listShownQuestions(example, data.model).filter((question) => !askedAbove.includes(question));
  return joinTexts([toText(example.description), origin, ...open.map(questionText)], " ");
}

/** Which release a sample is from, where that tells something, whose it is, and whether not every shop does this with it. */
function originText(example: ExampleModel, coverage: Coverage, use: Text, data: PageData): Text {
  const { release, source = "composed" } = example;
  const origin = showsRelease(release, coverage, data) ? text`From ${releaseText(release)}.` : nothing;
  const shops = shopWords[coverage];
  const warning = shops === undefined ? nothing : text`${strong(shops)} of your fleet ${use}.`;
  return joinTexts([origin, toText(sourceWords[source]), warning], " ");
}

const shopWords = { "every shop": undefined, "some shops": "Not every shop", "no shop": "No shop" } as const;

const sourceWords = {
  vendor: "Made after a sample of the vendor.",
  receiver: "From a public receiver.",
  composed: "Composed by us.",
} as const;

/** What the title of a body says of its release: `, v59.3`, or nothing. */
const titleRelease = (release: Release, coverage: Coverage, data: PageData): string =>
  showsRelease(release, coverage, data) ? `, v${formatRelease(release)}` : "";

/** A shop of the fleet may be older than a sample, or none takes it any longer: its readers' shops all know the others. */
const showsRelease = (release: Release, coverage: Coverage, { fleet }: PageData): boolean =>
  release > fleet.min || coverage === "no shop";

/** The bodies of an example, with titles that say which event and release they are of. */
function listSampleBodies(exchange: ExampleBodies, data: PageData, origin = ""): SampleBody[] {
  const { event, release, request, response, errorRequest } = exchange;
  const from = titleRelease(release, data.examples.getAnswerCoverage(exchange), data);
  const formatTitle = (what: string): string => `${event} ${what}${from}${origin}`;
  const bodies = [
    { from: "pos", body: request, lead: text`The POS sends`, title: formatTitle("request") },
    { from: "partner", body: response, lead: text`You answer`, title: formatTitle("answer") },
    { from: "pos", body: errorRequest, lead: text`The POS reports`, title: formatTitle("error request") },
  ] as const;
  return bodies.filter(({ body }) => body !== undefined);
}

/** The samples of a step: one in full, and the other answers. */
export function stepSamples(step: FlowStepModel, data: PageData): SampleBlock[] {
  const [shown, ...others] = new Set(step.next.flatMap(({ example }) => example ?? []));
  if (!shown) return [];
  return [
    ...fullBlocks(step, shown, data),
    ...others.flatMap((example) => otherBlocks(step, example, shown, data)),
  ];
}

type SampleBlock = Paragraph | CodeBlock;

const onlyReport = { request: undefined, response: undefined };

function fullBlocks(step: FlowStepModel, example: ExampleModel, data: PageData): SampleBlock[] {
  const bodies = listSampleBodies(
    { ...example, ...(step.isReport ? onlyReport : { errorRequest: undefined }) },
    data,
  );
  return [
    ...toParagraph(text`Sample: ${introText(example, data)} See ${linkToEvent(step.event)}.`),
    ...bodyBlocks(bodies),
  ];
}

/** A sample of another answer; its request only if it tells of something else. */
function otherBlocks(
  step: FlowStepModel,
  example: ExampleModel,
  shown: ExampleModel,
  data: PageData,
): SampleBlock[] {
  const shared = listRequiredNames(data.shared.request);
  const ownParts = (request: unknown): string =>
    JSON.stringify(request, (name, value: unknown) => (shared.has(name) ? undefined : value));
  const isNew = ownParts(example.request) !== ownParts(shown.request);
  const request = isNew ? example.request : undefined;
  const edge = step.next.find((each) => each.example === example);
  return [
    ...toParagraph(edge ? text`${answerText(edge, step)}: ${introText(example, data, shown)}` : nothing),
    ...bodyBlocks(listSampleBodies({ ...example, request, errorRequest: undefined }, data)),
  ];
}
