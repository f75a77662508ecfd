import type { FlowModel, SettingModel, SubscriptionModel } from "../../model/flow-model.js";
import { releaseText } from "../blocks/availability.js";
import type { Block } from "../blocks/block.js";
import { joinTexts, listTexts, nothing, strong, text, toText, type Text } from "../blocks/text.js";
import { bullets, rows, toBlocks } from "../blocks/write.js";
import { linkToFlow, linkToQuestion, linkToTask } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { provenanceText, undocumentedMark } from "../prose/provenance.js";
import { setUpTable } from "../prose/set-up-table.js";
import type { Survey } from "../survey/survey.js";
import type { Words } from "../words/words.js";

/** The page for the owner of a shop: how to set up a subscription, step by step, for each task and flow. */
export function setUpPage(subscription: SubscriptionModel, survey: Survey, words: Words): Page {
  const { description, where, needs = [], settings } = subscription;
  const [open, secret] = [listShared(settings, "openly"), listShared(settings, "secretly")];
  const toTable = (of: SettingModel["of"]) => settingTable(settings, of, words);
  return {
    path: pagePaths.setUp,
    group: "guide",
    ...words.page("set-up", {
      description,
      needs: bullets(needs.map((need) => joinFacts(need.text, provenanceText(need)))),
      ...{ menu: where.menu, menuMeaning: where.meaning, menuNotes: toBlocks(...(where.notes ?? [])) },
      ...{ agree: open.length + secret.length, open, secret },
      forSubscription: toTable("subscription"),
      forEvent: toTable("event"),
      forCodeTrigger: toTable("codeTrigger"),
      forPos: toTable("pos"),
      events: listSetUps(survey, words),
      answers: settings.flatMap((setting) => answerBlocks(setting, words)),
      bases: bullets(listBases(settings)),
    }),
  };
}

const joinFacts = (...facts: readonly (Text | string)[]): Text => joinTexts(facts.map(toText), " ");

/** What goes between shop and developer, on one way. */
const listShared = (settings: readonly SettingModel[], share: SettingModel["share"]): readonly Block[] =>
  bullets(
    settings
      .filter((setting) => setting.share === share)
      .map(({ name, description, choose }) => text`${strong(name)}: ${description} ${choose}`),
  );

function settingTable(
  settings: readonly SettingModel[],
  of: SettingModel["of"],
  words: Words,
): readonly Block[] {
  const cells = settings
    .filter((setting) => setting.of === of)
    .map((setting) => [
      strong(setting.name),
      toText(setting.choose),
      joinFacts(setting.description, addedText(setting), openText(setting), undocumentedMark(setting)),
    ]);
  return cells.length === 0 ? [] : words.part("set-up", "settings", { settings: rows(cells) });
}

const openText = ({ unknown }: SettingModel): Text =>
  unknown.length === 0 ? nothing : text`Open: ${joinTexts(unknown.map(linkToQuestion), ", ")}`;

/** What each setting is known from; settings that are known from the same stand together. */
function listBases(settings: readonly SettingModel[]): Text[] {
  const bases = new Map<string, string[]>();
  for (const { name, provenance } of settings) {
    const basis = `${provenance.kind}. ${provenance.basis}`;
    bases.set(basis, [...(bases.get(basis) ?? []), name]);
  }
  return [...bases].map(([basis, names]) => text`${listTexts(names.map(strong), "and")}: ${basis}`);
}

const addedText = ({ added }: SettingModel): Text =>
  added === undefined ? nothing : text`Since ${releaseText(added)}.`;

/** The tasks first, which an owner knows by their names; then the flows that no task has. */
function listSetUps({ model: { tasks, flows } }: Survey, words: Words): readonly Block[] {
  const others = flows.filter((flow) => !tasks.some((task) => task.flow.name === flow.name));
  const toSetUp = (title: string, { setUp }: FlowModel, page: Text): readonly Block[] =>
    setUp.length === 0 ? [] : words.part("set-up", "flow", { title, events: setUpTable(setUp), page });
  return [
    ...tasks.flatMap((task) => toSetUp(task.title, task.flow, linkToTask(task))),
    ...others.flatMap((flow) => toSetUp(flow.title, flow, linkToFlow(flow))),
  ];
}

/** What readers ask, with the setting that is the answer. */
const answerBlocks = (
  { question, name, of, description, choose }: SettingModel,
  words: Words,
): readonly Block[] =>
  question === undefined
    ? []
    : words.part("set-up", "answer", { question, name, place: places[of], description, choose });

const places: Readonly<Record<SettingModel["of"], string>> = {
  subscription: "a setting of the subscription",
  event: "a setting of each event in the subscription",
  codeTrigger: "a setting of each code trigger",
  pos: "a setting of the POS",
};
