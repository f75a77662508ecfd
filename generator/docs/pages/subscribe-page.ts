import type { SettingModel } from "../../model/task-model.js";
import type { Block } from "../blocks/block.js";
import { code, joinTexts, link, strong, text, toText, type Text } from "../blocks/text.js";
import { bullets, heading, listAfter, numbered, section, table, toBlocks } from "../blocks/write.js";
import { linkToErrorCodes, linkToFlow, linkToObject, linkToQuestion } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { undocumentedMark } from "../prose/provenance.js";
import type { Survey } from "../survey/survey.js";
import { testSecret, testSignature, undecodedSignature } from "../samples/test-vectors.js";

/** The page on the protocol itself: the set-up, the signature, and how requests and answers travel. */
export const subscribePage = (survey: Survey): Page => ({
  path: pagePaths.subscribe,
  group: "guide",
  title: text`Subscribe`,
  blocks: toBlocks(
    text`How to get webhooks from a shop, and how requests and answers travel. If you are new to this, ${link("start here", pagePaths.start)}. Nothing on this page depends on the release of the POS, unless it says so.`,
    ...setUpBlocks(survey),
    ...requestBlocks,
    ...signatureBlocks,
    ...keyBlocks,
    ...answerBlocks(survey),
    ...section(
      "Flows",
      bullets(survey.model.flows.map((flow) => text`${linkToFlow(flow)}: ${flow.description}`)),
      "Some answers make the POS send the same event again, and some events belong together:",
    ),
    ...faultBlocks(survey),
    ...openBlocks(survey),
  ),
});

/** The table is made of the settings in the spec; a spec that has none leaves the names of the four that anybody needs. */
function setUpBlocks({ model: { subscription } }: Survey): Block[] {
  const title = heading(2, "Set up the subscription");
  if (!subscription) {
    return toBlocks(
      title,
      "The shop sets it up in the back office of MplusKASSA: a subscription ID, the endpoint URL of your receiver, a secret key, and the events to send.",
    );
  }
  const { where, settings } = subscription;
  return toBlocks(
    title,
    text`The shop sets it up in the back office of MplusKASSA, under ${strong(where.menu)} (${where.meaning}). ${link("Set up a subscription", pagePaths.setUp)} takes its owner there step by step, with the events of each flow.`,
    ...(where.notes ?? []),
    table(
      ["Setting", "For each", "What it is"],
      settings.map((setting) => [
        setting.name,
        settingHolders[setting.of],
        joinTexts([toText(setting.description), toText(setting.choose), undocumentedMark(setting)], " "),
      ]),
    ),
  );
}

const settingHolders: Readonly<Record<SettingModel["of"], Text>> = {
  subscription: text`subscription`,
  event: link("event", pagePaths.index, "events"),
  codeTrigger: text`code trigger`,
  pos: text`POS`,
};

const requestBlocks: readonly Block[] = toBlocks(
  heading(2, "What arrives"),
  "Each event is a `POST` to the endpoint URL, a slash and the name of the event. With `https://pos.example.com/mplus` as the endpoint URL, a scan arrives at `https://pos.example.com/mplus/scanCode`. The body does not name the event: only the URL does, and the URL is not signed.",
  table(
    ["Header of the request", "What it holds"],
    [
      ["`X-Mplus-Subscription-Id`", "The subscription ID."],
      ["`X-Mplus-Signature`", "The signature of the body, see below."],
      ["`Content-Type`", "`application/json`"],
      ["`Accept`", "`application/json`"],
    ],
    "header",
  ),
  "Read requests leniently: newer releases add properties and values. No request says which release its shop runs, so keep that with your subscription.",
  "Nor is everything documented that a till sends. Refuse no request over what is not: the code of mplus-codegen treats such a property as optional, leaves out a value that does not fit it, and logs where and why. It takes a null for an absent property wherever that may be absent, and reads what two sources have in two places from either. What is documented and does not fit is refused.",
  "Be ready to get the same event twice. `event.eventCounter` rises from request to request but sometimes starts over: combine it with `sender.instanceId`, which changes whenever the POS starts.",
);

const signatureBlocks: readonly Block[] = toBlocks(
  heading(2, "The signature"),
  "A signature is made in three steps, the same in both directions:",
  numbered([
    "Decode the secret key from base64 to bytes.",
    "Make the HMAC-SHA256 of the body with these bytes as the key.",
    "Encode the result as base64.",
  ]),
  "Sign and check the bytes of the body as they are sent. JSON that was parsed and printed again has other bytes, and so another signature. Compare signatures in constant time.",
  "Try your code with these values. The last line shows a common mistake.",
  table(
    ["Secret key", "Body", "Signature"],
    [
      [code(testSecret), "`test`", code(testSignature)],
      ["the same", "(empty)", "`8HCyZcISDXoUlLT6vLXwCXc+MeXcedXp2cW4UT5x5l8=`"],
      ["the same", '`{"text":"Crème brûlée €"}` in UTF-8', "`oMdwwddVrOB3PSYC9uOG2aET/a2co7NpKVJBiwoXAMA=`"],
      ["the same, but not decoded", "`test`", text`${code(undecodedSignature)} is ${strong("wrong")}`],
    ],
  ),
  text`There is code for both directions in ${link("TypeScript", pagePaths.startWith("typescript"))}, ${link("Python", pagePaths.startWith("python"))}, ${link("PHP", pagePaths.startWith("php"))}, ${link("C#", pagePaths.startWith("csharp"))} and ${link("the shell", pagePaths.startWith("curl"))}.`,
);

const keyBlocks: readonly Block[] = toBlocks(
  heading(2, "One key for both directions"),
  "The till and you sign with the same key, so a signature does not tell which of you made it. If you sign a text for a stranger, such as a refusal, the stranger can post it back to you as a request, and the signature is valid. So:",
  ...bullets([
    text`${strong("Sign only answers to requests with a valid signature.")} Send every other refusal without a signature.`,
    text`${strong("Refuse a request without the object `event`")}, whatever its signature: your own answers have none. Only an ${link("error report", undefined, "when-your-answer-is-at-fault")} may come without it, and that has both \`error\` and \`original\`.`,
    text`${strong("Never let an answer have `event` or `original`")}: do not send back a request, or a part of it that you did not choose.`,
    text`${strong("Repeat nothing from the request in a refusal.")} A code and a text of your own say enough.`,
  ]),
  "The same body has the same signature at the URL of another event. Somebody who has seen the start of a session could post it as its cancellation. Check that a request has the objects of its event; if several events have the same ones, remember which event a body came for, and refuse it for any other. The receiver that mplus-codegen makes does both, and all of the above.",
);

const answerBlocks = ({ view }: Survey): Block[] =>
  toBlocks(
    heading(2, "What you answer"),
    table(
      ["Status", "Meaning", "Body"],
      [
        [
          "200",
          "You took the event.",
          "One or more answers in one JSON object. Nothing, or `{}`, if there is nothing to do.",
        ],
        [
          "400",
          "You could not take it.",
          text`\`error\` with a \`code\` and a \`message\`: see the ${linkToErrorCodes(view)}.`,
        ],
      ],
    ),
    "Send `Content-Type: application/json` and, if the signature of the request is valid, your own `X-Mplus-Signature` over the bytes of your answer. Whether an empty answer needs a signature is not documented; sign it anyway, as the empty text. Nor is it documented whether a till expects a signature on an answer with status 400. A till that has the right key gets one; nobody else could check it.",
    "An answer that is meant for the till's screen or for the sale only makes sense if the event is blocking. What happens to it otherwise is not documented.",
    "Send nothing that these pages do not list. Whether the POS accepts unknown properties is not documented.",
  );

/** The questions that are about nothing in the contract are about the protocol itself. */
const openBlocks = ({ model }: Survey): Block[] =>
  toBlocks(
    heading(2, "What is not documented"),
    "How long the till waits for a blocking event, whether requests are retried, their order, and the addresses that they come from. Answer within a few seconds, and trust the signature, not the address.",
    ...listAfter(
      "Nobody knows yet:",
      model.questions.filter(({ about = [] }) => about.length === 0).map(linkToQuestion),
    ),
  );

const faultBlocks = ({ view }: Survey): Block[] =>
  toBlocks(
    heading(2, "When your answer is at fault"),
    text`When the POS cannot use an answer, it posts to the URL of the same event again. That request is not an event but an error report: it holds \`error\`, and \`original\` with the details of the event. See ${linkToObject(view.errorRequest.name)}. Look for these two before anything else, and log the report: nothing else will tell you.`,
  );
