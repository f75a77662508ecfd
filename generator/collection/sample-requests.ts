import { hasOnlyKnown } from "../docs/samples/known-values.js";
import { nameExample, titleExample } from "../examples/example-title.js";
import { createMocker } from "../examples/mock-body.js";
import type { Album } from "../lattice/album.js";
import type { ExampleModel } from "../model/example-model.js";
import { once } from "../once.js";
import { createAjv } from "../spec/ajv.js";
import { toMarkdownText, type MarkdownText } from "../text/markdown.js";
import { definitionPointer, toDefinitions } from "../view/json-schema.js";
import type { EventView, View } from "../view/view.js";
import { toBodyText } from "./body-text.js";

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
export function listSampleRequests(view: View, album: Album): readonly EventSamples[] {
  const isSent = createSentTest(view);
  const make = once(() => createMocker(view, album));
  return view.events.map((event) => {
    const sent = album.model.examples.filter((example) => isSent(example, event));
    return {
      event: event.name,
      description: toMarkdownText(event.prose.description),
      samples:
        sent.length > 0
          ? sent.map((example) => toSample(example, event))
          : [
              {
                ...made,
                body: toBodyText(make()(event, { side: "request", size: "smallest", seed: 1, large: false })),
              },
            ],
    };
  });
}

const made = {
  name: "made-from-the-contract",
  title: "Made from the contract",
  description: toMarkdownText(
    "Made from the contract, since none of its samples is one that your shops send.",
  ),
};

/**
 * Creates what tells whether the fleet can send the request of an example. Lint held the example against its own release;
 * an older one than the fleet runs may lack what is required by now, or have what is gone.
 */
function createSentTest({ events, fleet }: View): (example: ExampleModel, event: EventView) => boolean {
  const ajv = createAjv({ inlineRefs: false, validateSchema: false });
  ajv.addSchema(
    {
      definitions: toDefinitions(
        events.map(({ request }) => request),
        "closed",
      ),
    },
    "contract",
  );
  return (example, { name, request }) =>
    example.event === name &&
    example.request !== undefined &&
    example.release <= fleet.max &&
    ajv.getSchema(`contract${definitionPointer(request)}`)?.(example.request) === true;
}

const toSample = (example: ExampleModel, { response }: EventView): SampleRequest => ({
  name: nameExample(example),
  title: titleExample(example),
  description: describeSample(example, hasOnlyKnown(example.response, response)),
  body: toBodyText(example.request),
});

/** What a sample shows, and an answer to it, if there is one that every shop of the fleet takes. */
const describeSample = ({ description, response }: ExampleModel, isTaken: boolean): MarkdownText =>
  [
    toMarkdownText(description),
    ...(isTaken ? ["You could answer:", `\`\`\`json\n${toBodyText(response)}\n\`\`\``] : []),
  ].join("\n\n") as MarkdownText;
