import { toPlainString } from "../../blocks/text.js";
import { describeFleet } from "../../docs/prose/fleet-text.js";
import { testSecret } from "../../docs/samples/test-vectors.js";
import type { FindExamples } from "../../examples/fleet-examples.js";
import type { Snapshots } from "../../lattice/snapshot.js";
import { toMarkdownText, type MarkdownText } from "../../text/escape.js";
import type { Fleet } from "../../time/fleet.js";
import type { View } from "../../view/view.js";
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

/** What a collection is made of besides the view. */
export interface CollectionSources {
  readonly snapshots: Pick<Snapshots, "model">;
  readonly examples: FindExamples;
}

/** Creates the collection of a view: samples of every event, which a server takes, and some that it refuses. */
export function createCollection(view: View, { snapshots, examples }: CollectionSources): Collection {
  const events = listSampleRequests(view, examples);
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
        name: "Events",
        description:
          "Each request is signed as a till signs it. Your server has to take it, and to sign its answer.",
        tests: "answered",
        folders: events.map(toFolder),
      },
      {
        name: "To be refused",
        description: "No till sends these: your server has to refuse each.",
        tests: "refused",
        requests: listRefused(chooseRefused(events, snapshots)),
      },
    ],
  };
}

const toFolder = ({ event, description, samples }: EventSamples): Folder => ({
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

/** Says what a collection is, and for which shops. */
const describeCollection = (fleet: Fleet): MarkdownText =>
  [
    toMarkdownText(`The webhooks of MplusKASSA, as ${toPlainString(describeFleet(fleet))} send them.`),
    "Choose an environment before you send: it has the address of your server, the ID of the subscription and its secret.",
    "Made by mplus-codegen from the MplusKASSA webhook spec. What you change here is lost when it is generated again.",
  ].join("\n\n") as MarkdownText;

/** A request that a server has to refuse. Each client has a script of this name, which spoils a request that was signed. */
export interface Refusal {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/** Requests that somebody else could send: only a till's own may be taken. */
const refusals: readonly Refusal[] = [
  {
    name: "altered-after-signing",
    title: "Altered after signing",
    description:
      "The body has a space more than the one that was signed, so it means the same. A server that takes this does not verify the signature over the bytes that came.",
  },
  {
    name: "another-secret",
    title: "Signed with another secret",
    description:
      "The signature is well made, with a secret that is drawn at random. A server that takes this lets anybody in who knows its address.",
  },
  {
    name: "no-signature",
    title: "Without a signature",
    description:
      "The header is not there. A server that takes this verifies signatures only where it is asked to.",
  },
];

/** The event whose first sample is spoilt: one that projects begin with, if the fleet has it; undefined if there are no events. */
export const chooseRefused = (
  events: readonly EventSamples[],
  { model }: Pick<Snapshots, "model">,
): EventSamples | undefined => events.find(({ event }) => model.startWith.includes(event)) ?? events[0];

/** What a client begins with: the server that the guides start, and the secret of the docs, which is public. */
export const settings = {
  baseUrl: "http://localhost:3000/mplus",
  subscriptionId: "shop-12",
  secret: testSecret,
} as const;
