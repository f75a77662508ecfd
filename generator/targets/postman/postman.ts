import { toPlainString } from "../../pages/blocks/text.js";
import { fleetText } from "../../pages/prose/fleet-text.js";
import { testSecret } from "../../pages/samples/test-vectors.js";
import { titleName, type FleetExample } from "../../contract/examples/fleet-examples.js";
import { toMarkdownText } from "../../base/text/escape.js";
import { escapeCharacter, toVisibleJson } from "../../base/text/quote.js";
import type { Fleet } from "../../base/time/fleet.js";
import type { EventView, View } from "../../contract/view/view.js";
import { guideFile, printJson } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";

/** The target that writes a collection for Postman and newman, and an environment for it. */
export const postman: Target<"postman"> = {
  name: "postman",
  summary: "a Postman collection: signed sample requests of every event, and tests of the answers",
  emit: (view, context) => [
    jsonFile("collection", createCollection(view, context)),
    jsonFile("environment", environment),
    guideFile("postman", context),
  ],
};

/** A file that Postman recognizes by its name. */
const jsonFile = (kind: string, value: object): OutputFile => ({
  path: `postman/mplus-webhooks.postman_${kind}.json`,
  content: printJson(value),
});

/** The environment: the server that the guides start, and the secret of the docs, which is public. */
const environment = {
  name: "MplusKASSA webhooks, local",
  values: [
    { key: "baseUrl", value: "http://localhost:3000/mplus", type: "default", enabled: true },
    { key: "subscriptionId", value: "shop-12", type: "default", enabled: true },
    { key: "secret", value: testSecret, type: "secret", enabled: true },
  ],
  // What the app knows an environment by.
  _postman_variable_scope: "environment",
};

/** The format v2.1: samples of every event, which a server takes, and some that it refuses. It has no ids: the app gives some. */
function createCollection(view: View, { examples, snapshots, template }: TargetContext): object {
  const readScript = (name: string): string[] => template(`postman/${name}.js`).trimEnd().split("\n");
  const test = (name: string): object[] => [
    toScript("test", [...readScript("said"), "", ...readScript(name)]),
  ];
  const listSamples = (event: EventView) => examples(event).filter(({ request }) => request !== undefined);
  const start = view.events.find(({ name }) => snapshots.model.startWith.includes(name)) ?? view.events[0];
  return {
    info: {
      name: "MplusKASSA webhooks",
      description: describeCollection(view.fleet),
      schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
    },
    item: [
      {
        name: "Events",
        description:
          "Each request is signed as a till signs it. Your server has to take it, and to sign its answer.",
        item: view.events.map((event) => ({
          name: event.name,
          description: toMarkdownText(event.prose.description),
          item: listSamples(event).map((sample) => ({
            name: titleName(sample.name),
            ...toRequest(event, sample, describeSample(sample)),
          })),
        })),
        event: test("answered"),
      },
      {
        name: "To be refused",
        description: "No till sends these: your server has to refuse each.",
        item: start
          ? listSamples(start)
              .slice(0, 1)
              .flatMap((sample) => listRefused(start, sample))
          : [],
        event: test("refused"),
      },
    ],
    event: [toScript("prerequest", readScript("sign"))],
  };
}

const describeCollection = (fleet: Fleet): string =>
  `${toMarkdownText(`The webhooks of MplusKASSA, as ${toPlainString(fleetText(fleet))} send them.`)}

Choose an environment before you send: it has the address of your server, the ID of the subscription and its secret.

Made by mplus-codegen from the MplusKASSA webhook spec. What you change here is lost when it is generated again.`;

const toScript = (listen: "prerequest" | "test", exec: readonly string[]): object => ({
  listen,
  script: { type: "text/javascript", exec },
});

/** What a sample shows, and an answer to it, if there is one that every shop of the fleet takes. */
const describeSample = ({ description, response }: FleetExample): string =>
  toMarkdownText(description) +
  (response === undefined ? "" : `\n\nYou could answer:\n\n\`\`\`json\n${toBody(response)}\n\`\`\``);

/** What looks like one of the client's `{{variables}}` is written with an escape of JSON, so that nothing is put in its place. */
const toBody = (body: unknown): string => toVisibleJson(body).replace(/\{(?=\{)/g, escapeCharacter);

/** A request that is posted to the path of its event. */
const toRequest = ({ name }: EventView, { request }: FleetExample, description: string): object => ({
  // A till posts to the address that it was given, and to no other.
  protocolProfileBehavior: { followRedirects: false },
  request: {
    method: "POST",
    header: [
      { key: "Content-Type", value: "application/json" },
      { key: "Accept", value: "application/json" },
      { key: "X-Mplus-Subscription-Id", value: "{{subscriptionId}}" },
    ],
    body: { mode: "raw", raw: toBody(request), options: { raw: { language: "json" } } },
    url: { raw: `{{baseUrl}}/${name}`, host: ["{{baseUrl}}"], path: [name] },
    description,
  },
});

/** Requests that somebody else could send: each has a script, which runs when the request is signed, and spoils it. */
const listRefused = (event: EventView, sample: FleetExample): readonly object[] =>
  refusals.map(({ name, description, script }) => ({
    name,
    ...toRequest(event, sample, description),
    event: [toScript("prerequest", script)],
  }));

const refusals = [
  {
    name: "Altered after signing",
    description:
      "The body has a space more than the one that was signed, so it means the same. A server that takes this does not verify the signature over the bytes that came.",
    script: [
      "// The signature is of the body without this space: the JSON means the same, and its bytes are others.",
      `pm.request.body.raw = pm.request.body.raw.replace("{", "{ ");`,
    ],
  },
  {
    name: "Signed with another secret",
    description:
      "The signature is well made, with a secret that is drawn at random. A server that takes this lets anybody in who knows its address.",
    script: [
      "// Well made, with a key that the server does not have.",
      `const { HmacSHA256, enc, lib } = require("crypto-js");`,
      `const signature = HmacSHA256(pm.request.body.raw, lib.WordArray.random(32));`,
      `pm.request.headers.upsert({ key: "X-Mplus-Signature", value: enc.Base64.stringify(signature) });`,
    ],
  },
  {
    name: "Without a signature",
    description:
      "The header is not there. A server that takes this verifies signatures only where it is asked to.",
    script: [`pm.request.headers.remove("X-Mplus-Signature");`],
  },
];
