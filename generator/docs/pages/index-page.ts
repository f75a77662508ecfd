import { describeKnown } from "../../time/as-of.js";
import type { EventView, ObjectView } from "../../view/view.js";
import { toAvailability } from "../availability.js";
import type { Block, Cell } from "../blocks/block.js";
import { code, joinTexts, link, nameText, nothing, strong, text, type Text } from "../blocks/text.js";
import { bullets, heading, section, table, toBlocks } from "../blocks/write.js";
import {
  linkToEvent,
  linkToEventsAndAnswers,
  linkToFlow,
  linkToObject,
  linkToProducts,
  linkToTask,
} from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { describeFleet } from "../prose/fleet-text.js";
import type { Survey } from "../survey/survey.js";

/** The front page: what these webhooks are, for which shops the pages were made, and where to find what. */
export const indexPage = (survey: Survey): Page => ({
  path: pagePaths.index,
  group: "guide",
  title: text`MplusKASSA webhooks`,
  blocks: [
    ...introduction,
    ...taskBlocks(survey),
    ...scopeBlocks(survey),
    ...certaintyBlocks(survey),
    ...section("Pages", bullets(listPages(survey))),
    ...flowBlocks(survey),
    ...eventBlocks(survey),
    heading(2, "What the POS sends"),
    ...objectList(survey, survey.sent),
    heading(2, "What you may answer"),
    ...objectList(survey, survey.answered),
    ...sourceBlocks(survey),
  ],
});

const introduction = toBlocks(
  "MplusKASSA is point-of-sale software. Whenever something happens at the till, such as a scanned code or a finished sale, it can post a signed JSON request to a URL of yours. With your answer you can change what the till does next: give a discount, add lines, show a message, ask a question.",
  "These pages are unofficial. They describe what is known about the webhooks, and they are not made, checked or endorsed by the vendor of MplusKASSA.",
);

function scopeBlocks({ view }: Survey): Block[] {
  const { fleet, releases } = view;
  const newest = releases.length > 0 ? text` The webhooks are known up to ${describeKnown(view)}.` : nothing;
  return toBlocks(
    heading(2, "For which shops"),
    text`Made for your ${strong("fleet")}: ${describeFleet(fleet)} (${code(fleet.label)}).${newest}`,
    "The pages show the whole contract, of every release. The column Since names the release that added something, and the one that removed it; if it is empty, it has always existed. Marks say what your shops have:",
    ...bullets([
      text`${strong("some shops")}: not every shop of your fleet has it. Expect it to be missing from a request, and answer with it only if you know that the shop's release has it.`,
      text`${strong("no shop")}: none of them has it.`,
    ]),
  );
}

const certaintyBlocks = ({ model }: Survey): Block[] =>
  toBlocks(
    heading(2, "How sure it is"),
    "Most of this is documented by the vendor. What is not is marked, with what it is based on:",
    ...bullets([
      text`${strong("observed")}: seen in a sample, on the wire or in the vendor's SOAP API, but not described for the till`,
      text`${strong("inferred")}: follows from what is documented of something else`,
      text`${strong("assumed")}: a guess`,
    ]),
    ...(model.questions.length > 0
      ? [text`Where no source says anything, there is an ${link("open question", pagePaths.openQuestions)}.`]
      : []),
    ...(model.sources.length > 0
      ? [text`What it all rests on is listed under ${link("Sources", undefined, "sources")}.`]
      : []),
    "A remark “in doubt” says where the vendor's text is wrong or contradicts itself, what it says, and how we read it. There, “the definitions” are the vendor's tables of JSON properties.",
    "Samples are composed by us and held against the contract of their release, unless they say that they are somebody else's. None went over a wire.",
  );

/** What the pages rest on, and how old it is. */
const sourceBlocks = ({ model: { sources, beyond } }: Survey): Block[] =>
  sources.length === 0
    ? []
    : toBlocks(
        heading(2, "Sources"),
        beyond ? text`That there are later releases than these sources describe: ${beyond.basis}` : nothing,
        table(
          ["Source", "Kind", "Dated", "Read", "What is from there"],
          sources.map(({ title, where, kind, stated = "", read = "", covers }) => [
            where === undefined ? text`${title}` : text`${title} (${where})`,
            kind,
            stated,
            read,
            covers,
          ]),
        ),
      );

const listPages = ({ view, model }: Survey): Text[] => [
  text`${link("Start here", pagePaths.start)}: from nothing to a first signed request, in TypeScript, Python, PHP, C# or a shell`,
  text`${link("Subscribe", pagePaths.subscribe)}: the set-up in the back office, signatures, answers, polling`,
  ...(model.subscription
    ? [text`${link("Set up a subscription", pagePaths.setUp)}: step by step, for the owner of a shop`]
    : []),
  ...(view.errorCodes
    ? [text`${link("Error codes", pagePaths.errorCodes)}: what they mean, and what to do`]
    : []),
  text`${link("Enums", pagePaths.enums)}: the properties with a fixed list of values, and what these mean`,
  text`${link("Releases", pagePaths.releases)}: what each release changed, and what your fleet cannot use`,
  text`${link("Matrix", pagePaths.matrix)}: every property, and the releases that have it`,
  text`${linkToEventsAndAnswers}: which answer is known to work with which event`,
  ...(model.products.length > 0
    ? [text`${linkToProducts}: which of the vendor's programs sends what, and takes what`]
    : []),
  text`${link("Errata", pagePaths.errata)}: where the vendor's text is wrong or contradicts itself`,
  ...(model.questions.length > 0
    ? [text`${link("What nobody knows yet", pagePaths.openQuestions)}: and how you could find out`]
    : []),
  text`${link("Glossary", pagePaths.glossary)}: the terms of the vendor and of the trade`,
];

const taskBlocks = ({ model }: Survey): Block[] =>
  section(
    "I want to",
    bullets(model.tasks.map((task) => text`${linkToTask(task)}: ${task.description}`)),
    "Each with its set-up, its flow, a whole handler in TypeScript, and what to test:",
  );

const flowBlocks = ({ model }: Survey): Block[] =>
  section(
    "Flows",
    bullets(model.flows.map((flow) => text`${linkToFlow(flow)}: ${firstSentence(flow.description)}`)),
    "How events follow one another, from start to end, with a sample of each body.",
  );

const eventBlocks = (survey: Survey): Block[] =>
  toBlocks(
    heading(2, "Events"),
    text`Every event carries ${code("event")} (when and how it was sent) and ${code("sender")} (who sent it), and also what is listed here. Own answers work only with the events that list them; of the common answers it is mostly not known which events take them: see ${linkToEventsAndAnswers}. The till waits for your answer only if the subscription makes the event blocking.`,
    table(
      ["Event", "Since", "Carries", "Own answers", "When"],
      survey.view.events.map((event) => eventRow(event, survey)),
    ),
  );

const eventRow = (event: EventView, { own, view }: Survey): (Cell | string)[] => [
  linkToEvent(event.name),
  toAvailability(event.exists, view.fleet),
  namesIn(event.request, own.carried),
  namesIn(event.response, own.answers),
  firstSentence(event.prose.description),
];

const namesIn = ({ properties }: ObjectView, wanted: ReadonlySet<string>): Text =>
  joinTexts(
    properties.filter(({ name }) => wanted.has(name)).map(({ name }) => nameText(name)),
    ", ",
  );

const objectList = ({ objects }: Survey, wanted: ReadonlySet<string>): Block[] =>
  bullets(
    objects
      .filter(({ name }) => wanted.has(name))
      .map(({ name, prose }) => text`${linkToObject(name)}: ${firstSentence(prose.description)}`),
  );

const firstSentence = (prose: string): string => /^.*?[.!?](?=\s|$)/s.exec(prose)?.[0] ?? prose;
