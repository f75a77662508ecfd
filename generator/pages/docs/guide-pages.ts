import type { Block, Cell, Sample } from "../blocks/block.js";
import { joinTexts, link, listTexts, nameText, nothing, strong, text, type Text } from "../blocks/text.js";
import {
  beside,
  bullets,
  codeBlock,
  formatAvailability,
  releaseText,
  rows,
  toBlocks,
  toParagraph,
} from "../blocks/builders.js";
import { isUndated } from "../../changes/explain.js";
import type { SettingModel, SubscriptionModel } from "../../contract/model/flow-model.js";
import { toRelease } from "../../contract/read/dialect.js";
import { groupBy } from "../../contract/read/values.js";
import { firstSentence } from "../../base/text/words.js";
import { formatRelease } from "../../base/time/release.js";
import type { EventView, ObjectView } from "../../contract/view/view.js";
import {
  linkToErrorCodes,
  linkToEvent,
  linkToFlow,
  linkToObject,
  linkToQuestion,
  linkToTask,
} from "../links.js";
import { pagePaths, type Page } from "../page.js";
import type { PageData } from "../page-data.js";
import { notKnown, toAvailability } from "../prose/fleet-text.js";
import { setUpRows } from "../prose/flow-text.js";
import { withCertainty, undocumentedMark } from "../prose/remarks.js";
import { listSamples } from "../samples/samples.js";
import type { TemplateSlots } from "../page-templates.js";
import { countCommonAnswers } from "./standing-pages.js";

export function indexPage(data: PageData): Page {
  const { tasks, flows, questions, products } = data.model;
  const wanted = flows.flatMap(({ name, want, description }) =>
    want === undefined ? [] : [text`${link(want, pagePaths.flow(name))}: ${firstSentence(description)}`],
  );
  const event = data.events.find(({ name }) => name === "scanCode") ?? data.events[0];
  const [first] = event ? listSamples(event.name, data) : [];
  return data.templates.page("index", "guide", {
    sample: first ? firstSample(first) : [],
    errorCodes: data.errorCodes !== undefined,
    questions: questions.length,
    products: products.length,
    wishes: tasks.length + wanted.length,
    tasks: bullets(tasks.map((task) => text`${linkToTask(task)}: ${task.description}`)),
    moreAfterTasks: tasks.length > 0 && wanted.length > 0,
    onlyFlows: tasks.length === 0 && wanted.length > 0,
    wanted: bullets(wanted),
    // The list above already describes these flows.
    flows: bullets(
      flows.map((flow) =>
        flow.want === undefined
          ? text`${linkToFlow(flow)}: ${firstSentence(flow.description)}`
          : linkToFlow(flow),
      ),
    ),
    ...countCommonAnswers(data.model),
    events: rows(data.events.map((event) => eventRow(event, data))),
    sent: objectList(data, data.requestObjects),
    answered: objectList(data, data.answerObjects),
  });
}

const firstSample = ({ title, intro, forms }: Sample): Block[] =>
  beside([
    ...toParagraph(text`${strong(title)}: ${intro}`),
    ...forms.filter(({ form }) => form === "request" || form === "answer").map(({ code }) => code),
  ]);

const eventRow = (event: EventView, data: PageData): (Cell | string)[] => [
  linkToEvent(event.name),
  isUndated(event) ? notKnown : toAvailability(event.exists, data.fleet),
  propertyNamesText(event.request, data.ownNames.carried),
  propertyNamesText(event.response, data.ownNames.answers),
  firstSentence(event.prose.description),
];

function propertyNamesText({ properties }: ObjectView, wanted: ReadonlySet<string>): Text {
  const names = properties.filter(({ name }) => wanted.has(name)).map(({ name }) => nameText(name));
  return joinTexts(names, ", ");
}

function objectList({ objects, fleet }: PageData, wanted: ReadonlySet<string>): Block[] {
  const listed = objects.filter(({ name }) => wanted.has(name));
  const lists = bullets(
    listed.map(({ name, prose, exists }) => {
      const availability = toAvailability(exists, fleet);
      const isThere = availability.coverage === "every shop";
      const mark = isThere ? nothing : text` (${formatAvailability(availability)})`;
      return text`${linkToObject(name)}${mark}: ${firstSentence(prose.description)}`;
    }),
  );
  return lists.map((list) => ({ ...list, fold: `${listed.length} objects` }));
}

export const aboutPage = ({ templates, fleet, model }: PageData): Page =>
  templates.page("about", "guide", {
    label: fleet.label,
    questions: model.questions.length,
    beyond: model.beyond?.basis ?? "",
    sources: rows(
      model.sources.map(({ title, where, kind, stated = "", newest, read = "", covers }) => [
        where === undefined ? title : text`${title} (${where})`,
        kind,
        stated,
        newest === undefined ? "" : `v${formatRelease(toRelease(newest))}`,
        read,
        covers,
      ]),
    ),
  });

export function startPage(data: PageData): Page {
  // Every release has this event, and its request is small.
  const event = data.events.find(({ name }) => name === "startSession");
  const [first] = event ? (listSamples(event.name, data)[0]?.forms ?? []) : [];
  return data.templates.page("start", "guide", {
    request: first ? [first.code] : [],
    errorCodes: linkToErrorCodes(data.errorCodes),
  });
}

/** In the order of their pages. The programs are in `templates/rendered/pages/samples/`. */
const startLanguages = [
  { id: "typescript", language: "ts", programs: { receiver: "receiver.mts" } },
  { id: "python", models: true, language: "python", programs: { receiver: "receiver.py" } },
  { id: "php", language: "php", programs: { receiver: "index.php" } },
  { id: "csharp", models: true, language: "csharp", programs: { receiver: "Receiver.cs" } },
  { id: "curl", language: "sh", programs: { request: "request.sh", signing: "signature.sh" } },
];

export const startWithPages = ({ templates }: PageData, template: (path: string) => string): Page[] =>
  startLanguages.map(({ id, language, programs, models = false }) => {
    const blocks = Object.entries(programs).map(([slot, file]) => [
      slot,
      [codeBlock(language, template(`pages/samples/${file}`).trimEnd())],
    ]);
    const schemas = models && { schemas: templates.part("parts/schemas") };
    const slots = { ...Object.fromEntries(blocks), ...schemas } as TemplateSlots;
    return templates.page(pagePaths.startWith(id), "guide", slots);
  });

export function subscribePage({ templates, model, errorCodes }: PageData): Page {
  const { where, settings = [] } = model.subscription ?? {};
  // Questions without a subject in the contract are about the protocol.
  const questions = model.questions.filter(({ about = [] }) => about.length === 0);
  return templates.page("subscribe", "guide", {
    ...whereSlots(where),
    settings: rows(
      settings.map((setting) => [
        setting.name,
        settingHolders[setting.of],
        joinTexts([setting.description, setting.choose, undocumentedMark(setting)]),
      ]),
    ),
    errorCodes: linkToErrorCodes(errorCodes),
    flows: bullets(model.flows.map((flow) => text`${linkToFlow(flow)}: ${flow.description}`)),
    questions: bullets(questions.map(linkToQuestion)),
  });
}

const whereSlots = (where: SubscriptionModel["where"] | undefined) => ({
  menu: where?.menu ?? "",
  menuMeaning: where?.meaning ?? "",
  menuNotes: toBlocks(...(where?.notes ?? [])),
});

const settingHolders: Readonly<Record<SettingModel["of"], Text>> = {
  subscription: text`subscription`,
  event: link("event", pagePaths.index, "events"),
  codeTrigger: text`code trigger`,
  pos: text`POS`,
};

/** For the owner of a shop, with the settings for each task and flow. */
export function setUpPage(subscription: SubscriptionModel, data: PageData): Page {
  const { description, where, needs = [], settings } = subscription;
  const [open, secret] = [listShared(settings, "openly"), listShared(settings, "secretly")];
  return data.templates.page("set-up", "guide", {
    description,
    needs: bullets(needs.map((need) => withCertainty(need.text, need))),
    ...whereSlots(where),
    agree: open.length + secret.length,
    open,
    secret,
    forSubscription: settingRows(settings, "subscription"),
    forEvent: settingRows(settings, "event"),
    forCodeTrigger: settingRows(settings, "codeTrigger"),
    forPos: settingRows(settings, "pos"),
    events: listSetUps(data),
    // Questions of readers, and the settings that answer them.
    answers: settings.flatMap(({ question, name, of, description, choose }) =>
      question === undefined ? [] : [{ question, name, place: settingPlaces[of], description, choose }],
    ),
    bases: bullets(listSettingBases(settings)),
  });
}

const listShared = (settings: readonly SettingModel[], share: SettingModel["share"]): readonly Block[] =>
  bullets(
    settings
      .filter((setting) => setting.share === share)
      .map(({ name, description, choose }) => text`${strong(name)}: ${description} ${choose}`),
  );

const settingRows = (settings: readonly SettingModel[], of: SettingModel["of"]): readonly Block[] =>
  rows(
    settings
      .filter((setting) => setting.of === of)
      .map((setting) => {
        const { name, choose, description, added, unknown } = setting;
        const since = added === undefined ? nothing : text`Requires ${releaseText(added)}.`;
        const open =
          unknown.length === 0 ? nothing : text`Open: ${joinTexts(unknown.map(linkToQuestion), ", ")}`;
        return [strong(name), choose, joinTexts([description, since, open, undocumentedMark(setting)])];
      }),
  );

const listSettingBases = (settings: readonly SettingModel[]): Text[] =>
  [...groupBy(settings, ({ provenance }) => `${provenance.kind}. ${provenance.basis}`)].map(
    ([basis, group]) => text`${listTexts(group.map(({ name }) => strong(name)))}: ${basis}`,
  );

/** Tasks come first, because owners know them by name. Flows without a task follow. */
function listSetUps({ model: { tasks, flows } }: PageData) {
  const others = flows.filter((flow) => !tasks.some((task) => task.flow.name === flow.name));
  return [
    ...tasks.map((task) => ({ title: task.title, events: setUpRows(task.flow), page: linkToTask(task) })),
    ...others.map((flow) => ({ title: flow.title, events: setUpRows(flow), page: linkToFlow(flow) })),
  ].filter(({ events }) => events.length > 0);
}

const settingPlaces: Readonly<Record<SettingModel["of"], string>> = {
  subscription: "a setting of the subscription",
  event: "a setting of each event in the subscription",
  codeTrigger: "a setting of each code trigger",
  pos: "a setting of the POS",
};
