import type { FlowModel } from "../../model/flow-model.js";
import type { SettingModel, SubscriptionModel } from "../../model/task-model.js";
import { headingAnchor } from "../blocks/anchor.js";
import { releaseText } from "../blocks/availability.js";
import type { Block } from "../blocks/block.js";
import { joinTexts, link, listTexts, nothing, strong, text, toText, type Text } from "../blocks/text.js";
import { bullets, heading, listAfter, numbered, section, table, toBlocks } from "../blocks/write.js";
import { linkToFlow, linkToQuestion, linkToTask } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { provenanceText, undocumentedMark } from "../prose/provenance.js";
import { setUpTable } from "../prose/set-up-table.js";
import type { Survey } from "../survey/survey.js";

/** The page for the owner of a shop: how to set up a subscription, step by step, for each task and flow. */
export function setUpPage(subscription: SubscriptionModel, survey: Survey): Page {
  const { where, needs = [], settings } = subscription;
  return {
    path: pagePaths.setUp,
    group: "guide",
    title: text`Set up a subscription`,
    blocks: toBlocks(
      "For the owner of a shop: you need no programming for this, only access to the back office, and a developer whose receiver is to get the events.",
      subscription.description,
      ...section(
        "Before you begin",
        bullets(needs.map((need) => joinFacts(need.text, provenanceText(need)))),
      ),
      heading(2, "Step by step"),
      numbered(listSteps(subscription)),
      ...(where.notes ?? []),
      ...agreeBlocks(settings),
      heading(2, "What to fill in"),
      "The names are ours: the back office has Dutch ones, and may not have what is marked as not documented.",
      ...groups.flatMap(([group, title]) => settingsBlocks(title, listSettings(settings, group))),
      ...setUpBlocks(survey),
      ...settings.flatMap(answerBlocks),
      ...section("How this is known", bullets(listBases(settings))),
    ),
  };
}

const groups = [
  ["subscription", "For the subscription"],
  ["event", "For each event"],
  ["codeTrigger", "For each code trigger"],
  ["pos", "In the POS"],
] as const;

const listSettings = (settings: readonly SettingModel[], group: SettingModel["of"]): SettingModel[] =>
  settings.filter((setting) => setting.of === group);

const joinFacts = (...facts: readonly (Text | string)[]): Text => joinTexts(facts.map(toText), " ");

const toSection = (title: string): Text => link(title, undefined, headingAnchor(title));

function listSteps({ where }: SubscriptionModel): Text[] {
  return [
    text`Agree with the developer on what both of you have to know: ${toSection("What to agree on")}.`,
    text`Open the back office of MplusKASSA, and go to ${strong(where.menu)} (${where.meaning}).`,
    text`Add a subscription, and fill it in: ${toSection("What to fill in")}. Begin with one till, not with all of them.`,
    text`Switch on the events for what you want, and set for each whether it is blocking and polling: ${toSection("Which events to switch on")}. Switch on no others.`,
    "If the developer gave you code triggers, add them.",
    "Save, and try it at that till together with the developer, who sees what arrives. Try it once with the receiver switched off, too, so that you know what your staff will see.",
    "Then let the other tills take part.",
  ].map(toText);
}

/** What goes between shop and developer, and on which ways. */
function agreeBlocks(settings: readonly SettingModel[]): Block[] {
  const list = (share: SettingModel["share"]): Text[] =>
    settings
      .filter((setting) => setting.share === share)
      .map(({ name, description, choose }) => text`${strong(name)}: ${description} ${choose}`);
  const [open, secret] = [list("openly"), list("secretly")];
  if (open.length + secret.length === 0) return [];
  return [
    heading(2, "What to agree on"),
    ...listAfter("You may mail these:", open),
    ...listAfter("Never mail these, nor send them in a chat, a ticket or a photo:", secret),
    ...(secret.length === 0 ? [] : toBlocks(leakText)),
  ];
}

const leakText =
  "Whoever knows a secret can speak for your tills. Hand it over by telephone, or with a password manager that both of you use, and keep it nowhere else. If it did get out, make a new one, and change it on both sides.";

function settingsBlocks(title: string, settings: readonly SettingModel[]): Block[] {
  if (settings.length === 0) return [];
  const rows = settings.map((setting) => [
    strong(setting.name),
    toText(setting.choose),
    joinFacts(setting.description, addedText(setting), openText(setting), undocumentedMark(setting)),
  ]);
  return [heading(3, title), table(["Setting", "What to choose", "What it is"], rows, "setting")];
}

const openText = ({ unknown }: SettingModel): Text =>
  unknown.length === 0 ? nothing : text`Open: ${joinTexts(unknown.map(linkToQuestion), ", ")}`;

/** What each setting is known from; settings that are known from the same stand together. */
function listBases(settings: readonly SettingModel[]): Text[] {
  const bases = new Map<string, string[]>();
  for (const { name, provenance } of settings) {
    const basis = `${provenance.kind}: ${provenance.basis}`;
    bases.set(basis, [...(bases.get(basis) ?? []), name]);
  }
  return [...bases].map(([basis, names]) => text`${listTexts(names.map(strong), "and")}, ${basis}`);
}

const addedText = ({ added }: SettingModel): Text =>
  added === undefined ? nothing : text`Since ${releaseText(added)}.`;

/** The tasks first, which an owner knows by their names; then the flows that no task has. */
function setUpBlocks({ model: { tasks, flows } }: Survey): Block[] {
  const others = flows.filter((flow) => !tasks.some((task) => task.flow.name === flow.name));
  const blocks = [
    ...tasks.flatMap((task) => flowSetUp(task.title, task.flow, linkToTask(task))),
    ...others.flatMap((flow) => flowSetUp(flow.title, flow, linkToFlow(flow))),
  ];
  const intro =
    "Switch on what the table of your task says, for each event: “no” means that this setting stays off, and “not known” that no source says. Begin with that off, and try it on if the till does not ask.";
  return section("Which events to switch on", blocks, intro);
}

const flowSetUp = (title: string, { setUp }: FlowModel, page: Text): Block[] =>
  setUp.length === 0
    ? []
    : toBlocks(heading(3, title), ...setUpTable(setUp), text`For the developer: ${page}.`);

/** What readers ask, with the setting that is the answer. */
const answerBlocks = ({ question, name, of, description, choose }: SettingModel): Block[] =>
  question === undefined
    ? []
    : toBlocks(heading(2, question), text`${strong(name)}, ${places[of]}. ${description} ${choose}`);

const places: Readonly<Record<SettingModel["of"], string>> = {
  subscription: "a setting of the subscription",
  event: "a setting of each event in the subscription",
  codeTrigger: "a setting of each code trigger",
  pos: "a setting of the POS",
};
