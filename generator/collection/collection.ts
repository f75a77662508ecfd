import type { ExampleSources } from "../examples/fleet-examples.js";
import type { MarkdownText } from "../text/markdown.js";
import type { View } from "../view/view.js";
import { describeCollection } from "./describe.js";
import { chooseRefused, refusals } from "./refusals.js";
import { listSampleRequests, type EventSamples, type SampleRequest } from "./sample-requests.js";

/** Everything that a client can send, in folders. A script of the name `sign` signs each request. */
export interface Collection {
  readonly name: string;
  readonly description: MarkdownText;
  /** The headers of every request, in which clients fill in their `{{variables}}`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly folders: readonly Folder[];
}

/** A folder of requests, or of folders of them. */
export interface Folder {
  /** What names it among its neighbours, in a path. */
  readonly path: string;
  readonly name: string;
  readonly description: string;
  /** The name of the script that tests each answer. */
  readonly tests?: string;
  readonly folders?: readonly Folder[];
  readonly requests?: readonly CollectionRequest[];
}

/** A request that is posted to the path of its event. */
export interface CollectionRequest extends Omit<SampleRequest, "description"> {
  readonly event: string;
  readonly description: string;
  /** The name of the script that runs when the request is signed, and spoils it. */
  readonly script?: string;
}

/** Creates the collection of a view: samples of every event, which a server takes, and some that it refuses. */
export function createCollection(view: View, sources: ExampleSources): Collection {
  const { album } = sources;
  const events = listSampleRequests(view, sources);
  return {
    name: "MplusKASSA webhooks",
    description: describeCollection(view.fleet),
    headers: {
      "Content-Type": "application/json",
      Accept: "application/json",
      "X-Mplus-Subscription-Id": "{{subscriptionId}}",
    },
    folders: [
      {
        path: "events",
        name: "Events",
        description:
          "Each request is signed as a till signs it. Your server has to take it, and to sign its answer.",
        tests: "answered",
        folders: events.map(toFolder),
      },
      {
        path: "refused",
        name: "To be refused",
        description: "No till sends these: your server has to refuse each.",
        tests: "refused",
        requests: listRefused(chooseRefused(events, album)),
      },
    ],
  };
}

const toFolder = ({ event, description, samples }: EventSamples): Folder => ({
  path: event,
  name: event,
  description,
  requests: samples.map((sample) => ({ ...sample, event })),
});

function listRefused(spoilt: EventSamples | undefined): readonly CollectionRequest[] {
  const [sample] = spoilt?.samples ?? [];
  if (!spoilt || !sample) return [];
  const { event } = spoilt;
  return refusals.map((refusal) => ({
    ...refusal,
    event,
    body: sample.body,
    script: `refused/${refusal.name}`,
  }));
}
