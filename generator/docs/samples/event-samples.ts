import type { ExampleModel } from "../../model/model.js";
import { toMarkdownText, type MarkdownText } from "../../text/escape.js";
import { formatRelease } from "../../time/release.js";
import { isInFleet, type Fleet } from "../../time/fleet.js";
import type { EventView, ObjectView } from "../../view/view.js";
import { fitsObject } from "./known-values.js";
import { madeEvent } from "./contract-sample.js";
import { jsonBlock, joinTexts, mdText, nothing } from "../markdown.js";
import { sortByRank } from "./sort-by-priority.js";
import type { Survey } from "../survey/survey.js";
import { releaseText } from "../prose/type-text.js";

/** Bodies that go over the wire one after another, and what they show. */
export interface Sample {
  readonly heading: MarkdownText;
  readonly intro: MarkdownText;
  readonly parts: readonly SamplePart[];
}

export interface SamplePart {
  /** Who sends it. */
  readonly lead: MarkdownText;
  readonly block: MarkdownText;
}

/** The samples of an event, those first that tell this fleet most; one is made where no shop of it could have sent one. */
export function samplesOf({ name }: EventView, survey: Survey): Sample[] {
  const { model, seen } = survey;
  const response = seen.events.find((event) => event.name === name)?.response;
  const examples = model.examples.filter(({ event }) => event === name);
  const ranked = sortByRank(examples, (example) => rankOf(example, seen.fleet, response));
  const isShown = examples.some(({ release, request }) => release <= seen.fleet.max && request !== undefined);
  const made = isShown ? undefined : madeEvent(name, survey);
  return [
    ...(made
      ? [{ heading: mdText`Made from the contract`, intro: madeIntro, parts: partsOf(made, ", made") }]
      : []),
    ...ranked.map((example) => ({
      heading: headingOf(example),
      intro: introOf(example, survey),
      parts: partsOf(example),
    })),
  ];
}

const madeIntro = mdText`No shop sent this: it is made from the contract, since every sample is from a newer release than your fleet runs.`;

/** `size-asked.json` as words. A file keeps its name, so the heading keeps its anchor. */
function headingOf({ path }: ExampleModel): MarkdownText {
  const name = (path.split("/").at(-1) ?? "").replace(/\.json$/, "").replaceAll("-", " ");
  return toMarkdownText(name.charAt(0).toUpperCase() + name.slice(1));
}

/** What an example shows, where it is from, and whether the whole fleet could take part in it. */
export function introOf(example: ExampleModel, { seen }: Survey): MarkdownText {
  const response = seen.events.find(({ name }) => name === example.event)?.response;
  const { description, release } = example;
  const warning = takesEverywhere(example, response)
    ? nothing
    : mdText`**Not every shop** of your fleet takes all of this answer.`;
  return joinTexts([mdText`${toMarkdownText(description)} From ${releaseText(release)}.`, warning], " ");
}

/** The bodies of an example, as blocks of JSON that say of which event and release they are. */
export function partsOf(example: Omit<ExampleModel, "path" | "description">, origin = ""): SamplePart[] {
  const titleOf = (what: string): string =>
    `${example.event} ${what}, v${formatRelease(example.release)}${origin}`;
  const parts = [
    { body: example.request, lead: mdText`The POS sends:`, title: titleOf("request") },
    { body: example.response, lead: mdText`You answer:`, title: titleOf("answer") },
    { body: example.errorRequest, lead: mdText`The POS reports:`, title: titleOf("error request") },
  ];
  return parts
    .filter(({ body }) => body !== undefined)
    .map(({ body, lead, title }) => ({ lead, block: jsonBlock(body, title) }));
}

/**
 * Fit for every shop before fit for some, from the fleet before from elsewhere, events before error reports, with an
 * answer before without, the newest, and then the one whose answer shows most.
 */
const rankOf = (example: ExampleModel, fleet: Fleet, response?: ObjectView): readonly number[] => [
  Number(takesEverywhere(example, response)),
  Number(isInFleet(example.release, fleet)),
  Number(example.request !== undefined),
  Number(example.response !== undefined),
  example.release <= fleet.max ? example.release : 0 - example.release,
  JSON.stringify(example.response ?? null).length,
];

/** Of an event that the fleet does not know, no shop takes an answer. */
const takesEverywhere = ({ response }: ExampleModel, view: ObjectView | undefined): boolean =>
  response === undefined || (view !== undefined && fitsObject(response, view));
