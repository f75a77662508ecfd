import { titleName, type FindExamples, type FleetExample } from "../../examples/fleet-examples.js";
import { escapeCharacter, toVisibleJson } from "../../text/quote.js";
import { toMarkdownText, type MarkdownText } from "../../text/escape.js";
import type { View } from "../../view/view.js";

/** The requests of one event that a client can send. */
export interface EventSamples {
  readonly event: string;
  readonly description: MarkdownText;
  /** One at least, in the order of the spec. */
  readonly samples: readonly SampleRequest[];
}

/** A request with a body that a till of this fleet could send. */
export interface SampleRequest {
  /** What names it among those of its event: small letters, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly description: MarkdownText;
  readonly body: string;
}

/**
 * Lists the sample requests of each event of a view: those of the spec's examples that the fleet can send, or else one
 * that is made from the contract.
 */
export const listSampleRequests = (view: View, findExamples: FindExamples): readonly EventSamples[] =>
  view.events.map((event) => ({
    event: event.name,
    description: toMarkdownText(event.prose.description),
    samples: findExamples(event)
      .filter(({ request }) => request !== undefined)
      .map(toSample),
  }));

const toSample = (example: FleetExample): SampleRequest => ({
  name: example.name,
  title: titleName(example.name),
  description: describeSample(example),
  body: toBodyText(example.request),
});

/** What a sample shows, and an answer to it, if there is one that every shop of the fleet takes. */
const describeSample = ({ description, response }: FleetExample): MarkdownText =>
  [
    toMarkdownText(description),
    ...(response === undefined ? [] : ["You could answer:", `\`\`\`json\n${toBodyText(response)}\n\`\`\``]),
  ].join("\n\n") as MarkdownText;

/**
 * A body as a client holds it. What looks like one of the client's `{{variables}}` is written with an escape of JSON, so that
 * the body means the same and nothing is put in its place.
 */
export const toBodyText = (body: unknown): string =>
  toVisibleJson(body).replace(/\{(?=\{)/g, escapeCharacter);
