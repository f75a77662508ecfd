import type { Block } from "../blocks/block.js";
import { code, link, strong, text, type Text } from "../blocks/text.js";
import { bullets, codeBlock, heading, jsonBlock, numbered, table, toBlocks } from "../blocks/write.js";
import { headingAnchor } from "../blocks/anchor.js";
import { linkToErrorCodes, linkToObject } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { listSamples } from "../samples/event-samples.js";
import type { Survey } from "../survey/survey.js";
import { startLanguages } from "./start-languages.js";
import { exportSecret, testSignature, undecodedSignature } from "../samples/test-vectors.js";

/** The page for newcomers to webhooks of MplusKASSA: step by step to the first one. */
export function startPage(survey: Survey): Page {
  const sections = [
    setUp,
    keepSecret,
    understandSignature,
    checkCode,
    runReceiver,
    sendRequest(survey),
    seeAnswer(survey),
    tryTill,
    chooseEvents,
  ];
  return {
    path: pagePaths.start,
    group: "guide",
    title: text`Start here`,
    blocks: toBlocks(
      "From nothing to a receiver that takes a signed request, and from there to your first shop. All steps but the first and the last run on your own machine, where you play the till yourself.",
      numbered(sections.map(({ title }) => link(title, undefined, headingAnchor(title)))),
      ...sections.flatMap(({ title, blocks }) => [heading(2, title), ...blocks]),
      heading(2, "What to read next"),
      ...bullets(listNext(survey)),
    ),
  };
}

interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

const toSubscribe = (title: string, words = title): Text =>
  link(words, pagePaths.subscribe, headingAnchor(title));

const setUp: Section = {
  title: "Have the shop set up a subscription",
  blocks: toBlocks(
    text`A subscription tells the till where your receiver is, and which events to send there. The shop makes it in its back office; ${toSubscribe("Set up the subscription", "Subscribe")} lists what it has to fill in. Agree on three things:`,
    ...bullets([
      text`the ${strong("subscription ID")}, which tells you which shop is calling,`,
      text`the ${strong("endpoint URL")}, where your receiver will be: the till appends the name of the event,`,
      text`the ${strong("secret key")}, which both of you know.`,
    ]),
    "Don't wait for it. You can do everything up to the last step without a shop.",
  ),
};

const keepSecret: Section = {
  title: "Keep the secret",
  blocks: toBlocks(
    "The secret key is base64 text. Make one for each shop, of 32 random bytes:",
    codeBlock("sh", "openssl rand -base64 32"),
    "Whoever knows it can speak for the till, and for you. Keep it where you keep passwords, never in your code; the receivers here read it from the environment variable `MPLUS_SECRET`. To try things out, take the one that the values on these pages were made with. Everybody can read it here, so never give it to a shop:",
    codeBlock("sh", exportSecret),
  ),
};

const understandSignature: Section = {
  title: "Understand the signature",
  blocks: toBlocks(
    "The secret is never sent. What is sent, in the header `X-Mplus-Signature`, is a signature of the body that can only be made with the secret. The till signs its requests, and you sign your answers, in the same three steps:",
    numbered([
      "Decode the secret from base64 to bytes.",
      "Make the HMAC-SHA256 of the bytes of the body, with the bytes of the secret as the key.",
      "Write the result as base64.",
    ]),
  ),
};

const checkCode: Section = {
  title: "Check your code",
  blocks: toBlocks(
    "With the secret from above, the body `test` has this signature:",
    codeBlock("text", testSignature),
    text`If yours is ${code(undecodedSignature)}, you have left out the first step. If only bodies with accents come out wrong, you have signed text that was parsed and written again, not the bytes. ${toSubscribe("The signature")} has values for both.`,
  ),
};

const oneKey = toSubscribe("One key for both directions");

const runReceiver: Section = {
  title: "Run a receiver",
  blocks: toBlocks(
    "A receiver answers each request in this order:",
    numbered([
      "It refuses anything but a `POST` with status 405.",
      "It refuses a body of more than 1 MiB with status 413, before it knows who sent it.",
      "It refuses a request without a signature with status 400 and the code `NO_SIGNATURE`.",
      "It refuses a wrong signature with status 400 and the code `INVALID_SIGNATURE`. It compares in constant time, so that nobody can guess a signature piece by piece.",
      text`What is left was signed with your secret. Only now does it look at what the body says. A body with \`error\` and \`original\` is ${toSubscribe("When your answer is at fault", "an error report")}, which goes to the log. Any other without the object \`event\` is not a request: it is refused with \`INVALID_DATA\`, or \`INVALID_JSON\`.`,
      "The rest are events. It answers what the till should do: `{}` for nothing.",
    ]),
    text`It signs what it answers in the last two steps, and nothing else. The till and you sign with the same secret, so whatever you sign for a stranger can be posted back to you with a valid signature. That is also why it refuses a body without \`event\`, and why no answer may have \`event\` or \`original\`: otherwise an answer could pass as a request. See ${oneKey}.`,
    text`Here it is, with nothing but each language itself. It leaves out two checks that ${oneKey} adds: that the event has its own object, and that a body which came for one event does not come for another.`,
    table(
      ["Language", "What you need"],
      startLanguages
        .filter(({ receiver }) => receiver !== undefined)
        .map(({ id, name, needs }) => [link(name, pagePaths.startWith(id)), needs]),
    ),
    "They are made to be read, and to start from. They listen on your own machine only, and hardly limit how long a request may take, or how many there are at once. Before a shop uses yours, put a web server with HTTPS in front that sets these limits.",
  ),
};

const sendRequest = (survey: Survey): Section => ({
  title: "Send it a request",
  blocks: toBlocks(
    ...firstRequest(survey),
    text`Each language has a program that signs this file and posts it. Any of them works with any receiver; if you only have a shell, use ${link("a script with curl", pagePaths.startWith("curl"))}. They also check the signature of the answer, and tell you if a refusal has none.`,
  ),
});

/** This event is nearly as small as a request can be, and every release has it. */
function firstRequest(survey: Survey): Block[] {
  const { view } = survey;
  const event = view.events.find(({ name }) => name === "startSession");
  const [first] = event ? (listSamples(event.name, survey)[0]?.bodies ?? []) : [];
  return first
    ? toBlocks(
        "Save this as `startSession.json`. It is what a till sends when a sale begins:",
        jsonBlock(first.body, first.title),
      )
    : toBlocks("Save a request as `startSession.json`.");
}

const seeAnswer = ({ view }: Survey): Section => ({
  title: "See what comes back",
  blocks: toBlocks(
    "Status 200 and `{}`: your receiver took the event, and the till has nothing to do. A 400 says what is wrong:",
    table(
      ["`code`", "What to look for"],
      [
        [
          "`NO_SIGNATURE`",
          "The header did not arrive. Check whether something in front of your receiver removes it.",
        ],
        [
          "`INVALID_SIGNATURE`",
          "The receiver and the sender have different secrets, or one of them does not sign the exact bytes of the body.",
        ],
        ["`INVALID_JSON`, `INVALID_DATA`", "The file does not hold the request, or only a part of it."],
      ],
      "code",
    ),
    text`Then see it refuse: start the receiver with another secret, and send the same request. The refusal is not signed, since the sender is now a stranger. There are ${linkToErrorCodes(view)} for everything else that can go wrong.`,
  ),
});

const tryTill: Section = {
  title: "Try it with a till on your desk",
  blocks: toBlocks(
    "You need no till to try more. The tool that made these pages has one: it sends what a till of a release would send, judges what comes back as a till would, and does what your answer says. It works with a receiver in any language, and reads the secret from `MPLUS_SECRET` too. Where you have mplus-codegen, in a clone of it or among the packages of a project, `npx` starts these:",
    table(
      ["Command", "What it does"],
      [
        [
          code("mplus-codegen send startSession --url http://localhost:3000"),
          "Sends one event, and says what a till makes of your answer.",
        ],
        [
          code("mplus-codegen simulate loyalty --url http://localhost:3000"),
          "Plays a scenario step by step, such as a sale of a customer with a card. `simulate --list` shows the others.",
        ],
        [
          code("mplus-codegen doctor --url http://localhost:3000"),
          "Asks what one would ask in a support call, and names what is wrong with your receiver.",
        ],
      ],
    ),
  ),
};

const chooseEvents: Section = {
  title: "Choose the events",
  blocks: toBlocks(
    text`The ${link("events", pagePaths.index, "events")} that tills send are listed with what they carry and what you may answer. Take only those that you need, and make them blocking only if your answer has to change what happens at the till. Should one arrive that you do not serve, answer status 200 and \`{}\`, as if there were nothing to do: a refusal would report a fault. The page of each event has a sample: save its request under the name of the event, and send it as you sent the first one.`,
    "Then give the shop your endpoint URL, and watch the first real event come in.",
  ),
};

const listNext = ({ view }: Survey): Text[] => [
  text`${link("Subscribe", pagePaths.subscribe)}: everything about requests, answers and signatures, and what is not documented`,
  text`${toSubscribe("When your answer is at fault")}: how you learn that a till could not use what you sent (${linkToObject(view.errorRequest.name)})`,
  text`${link("Releases", pagePaths.releases)}: what shops with an older release do not have`,
];
