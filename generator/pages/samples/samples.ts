import { isObject } from "../../base/json.js";
import {
  formLabels,
  type Block,
  type CodeBlock,
  type FormName,
  type Paragraph,
  type Sample,
  type SampleForm,
} from "../blocks/block.js";
import { joinTexts, nothing, strong, text, type Text, toText } from "../blocks/text.js";
import { formBlocks, jsonBlock, releaseText, toParagraph } from "../blocks/builders.js";
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
import {
  createPhpSample,
  createTypescriptSample,
  curlSample,
  type PrintSample,
  pythonSample,
} from "./sample-code.js";

/** The best for this fleet first. */
export const listSamples = (event: string, data: PageData): Sample[] =>
  data.examples.ofEvent(event).map((example) => ({
    title: titleExample(example),
    intro: introText(example, data),
    forms: listForms(example, data),
  }));

export const sampleSet = (event: string, samples: readonly Sample[]): Block[] =>
  samples.length === 0 ? [] : [{ kind: "samples", event, samples }];

/** The generated code takes only answers that every shop accepts. */
function listForms(exchange: ExampleBodies, data: PageData): SampleForm[] {
  const { event, request, response = request === undefined ? undefined : {} } = exchange;
  const isTaken = data.examples.getAnswerCoverage(exchange) === "every shop";
  const toCode = (form: FormName, body: unknown, print: PrintSample): SampleForm[] =>
    isObject(body) ? [{ form, lead: text`In ${formLabels[form]}`, code: print(event, body) }] : [];
  return [
    ...listSampleBodies(exchange, data),
    ...toCode("typescript", isTaken ? response : undefined, createTypescriptSample(data.fleetOptions)),
    ...toCode("php", isTaken ? response : undefined, createPhpSample(data.fleetOptions)),
    ...toCode("python", response, pythonSample),
    ...toCode("curl", request, curlSample),
  ];
}

export function objectSample({ name }: ObjectView, data: PageData): (Paragraph | CodeBlock)[] {
  const best = data.examples.ofObject(name);
  if (!best) return [];
  const { example, value } = best;
  const coverage = data.examples.getObjectCoverage(name, value, example.release);
  const use = data.answerObjects.has(name)
    ? text`accepts all of this object`
    : text`sends all of this object`;
  const intro = [toText(example.description), originText(example, coverage, use, data)];
  const title = `${name}${titleRelease(example.release, coverage, data)}`;
  return [...toParagraph(joinTexts(intro)), jsonBlock(value, title)];
}

function introText(example: ExampleModel, data: PageData, above?: ExampleModel): Text {
  const coverage = data.examples.getAnswerCoverage(example);
  const origin = originText(example, coverage, text`accepts all of this answer`, data);
  const askedAbove = above ? listShownQuestions(above, data.model) : [];
  const open = listShownQuestions(example, data.model).filter((question) => !askedAbove.includes(question));
  return joinTexts([example.description, origin, ...open.map(questionText)]);
}

/** The release of a sample, if that matters, its author, and the shops that do this. */
function originText(example: ExampleModel, coverage: Coverage, use: Text, data: PageData): Text {
  const { release, source = "composed" } = example;
  const origin = showsRelease(release, coverage, data) ? text`From ${releaseText(release)}.` : nothing;
  const shops = shopWords[coverage];
  const warning = shops === undefined ? nothing : text`${strong(shops)} of your fleet ${use}.`;
  return joinTexts([origin, sourceWords[source], warning]);
}

const shopWords = { "every shop": undefined, "some shops": "Not every shop", "no shop": "No shop" } as const;

const sourceWords = {
  vendor: "Based on a sample by the vendor.",
  receiver: "From a public receiver.",
  composed: "Made-up sample.",
} as const;

/** For example `, v59.3`. May be empty. */
const titleRelease = (release: Release, coverage: Coverage, data: PageData): string =>
  showsRelease(release, coverage, data) ? `, v${formatRelease(release)}` : "";

/** True if a shop may be older than the sample, or if no shop accepts it. All shops know the other releases. */
const showsRelease = (release: Release, coverage: Coverage, { fleet }: PageData): boolean =>
  release > fleet.min || coverage === "no shop";

/** The titles contain the event and the release. */
function listSampleBodies(exchange: ExampleBodies, data: PageData): SampleForm[] {
  const { event, release, request, response, errorRequest } = exchange;
  const from = titleRelease(release, data.examples.getAnswerCoverage(exchange), data);
  const toForm = (form: FormName, lead: Text, what: string, body: unknown): SampleForm[] =>
    body === undefined ? [] : [{ form, lead, code: jsonBlock(body, `${event} ${what}${from}`) }];
  return [
    ...toForm("request", text`The POS sends`, "request", request),
    ...toForm("answer", text`You answer`, "answer", response),
    ...toForm("answer", text`The POS reports`, "error request", errorRequest),
  ];
}

/** Shows one sample in full, and only the answers of the others. */
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
    ...formBlocks(bodies),
  ];
}

/** Includes the request only if it differs. */
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
    ...formBlocks(listSampleBodies({ ...example, request, errorRequest: undefined }, data)),
  ];
}
