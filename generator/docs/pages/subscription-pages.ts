import type { Block } from "../../blocks/block.js";
import { joinTexts, link, listTexts, nothing, strong, text, toText, type Text } from "../../blocks/text.js";
import { bullets, releaseText, rows, toBlocks } from "../../blocks/write.js";
import type { SettingModel, SubscriptionModel } from "../../model/flow-model.js";
import { groupBy } from "../../spec/values.js";
import { linkToErrorCodes, linkToFlow, linkToObject, linkToQuestion, linkToTask } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import type { PageData } from "../page-data.js";
import { setUpRows } from "../prose/flow-text.js";
import { knownText, undocumentedMark } from "../prose/notes.js";
import { testSecret, testSignature, undecodedSignature } from "../samples/test-vectors.js";

/** The page on the protocol itself: the set-up, the signature, and how requests and answers travel. */
export function subscribePage({ words, model, errorCodes, fleetView }: PageData): Page {
  const { where, settings = [] } = model.subscription ?? {};
  // The questions that are about nothing in the contract are about the protocol itself.
  const questions = model.questions.filter(({ about = [] }) => about.length === 0);
  return words.page("subscribe", "guide", {
    ...whereSlots(where),
    settings: rows(
      settings.map((setting) => [
        setting.name,
        settingHolders[setting.of],
        joinParts(setting.description, setting.choose, undocumentedMark(setting)),
      ]),
    ),
    secret: testSecret,
    signature: testSignature,
    undecoded: undecodedSignature,
    errorCodes: linkToErrorCodes(errorCodes),
    flows: bullets(model.flows.map((flow) => text`${linkToFlow(flow)}: ${flow.description}`)),
    errorRequest: linkToObject(fleetView.errorRequest.name),
    questions: bullets(questions.map(linkToQuestion)),
  });
}

/** Where a subscription is set up. */
const whereSlots = (where: SubscriptionModel["where"] | undefined) => ({
  menu: where?.menu ?? "",
  menuMeaning: where?.meaning ?? "",
  menuNotes: toBlocks(...(where?.notes ?? [])),
});

const joinParts = (...parts: readonly (Text | string)[]): Text => joinTexts(parts.map(toText), " ");

const settingHolders: Readonly<Record<SettingModel["of"], Text>> = {
  subscription: text`subscription`,
  event: link("event", pagePaths.index, "events"),
  codeTrigger: text`code trigger`,
  pos: text`POS`,
};

/** The page for the owner of a shop: how to set up a subscription, step by step, for each task and flow. */
export function setUpPage(subscription: SubscriptionModel, data: PageData): Page {
  const { description, where, needs = [], settings } = subscription;
  const [open, secret] = [listShared(settings, "openly"), listShared(settings, "secretly")];
  return data.words.page("set-up", "guide", {
    description,
    needs: bullets(needs.map((need) => knownText(need.text, need))),
    ...whereSlots(where),
    ...{ agree: open.length + secret.length, open, secret },
    forSubscription: settingRows(settings, "subscription"),
    forEvent: settingRows(settings, "event"),
    forCodeTrigger: settingRows(settings, "codeTrigger"),
    forPos: settingRows(settings, "pos"),
    events: listSetUps(data),
    // What readers ask, with the setting that is the answer.
    answers: settings.flatMap(({ question, name, of, description, choose }) =>
      question === undefined ? [] : [{ question, name, place: places[of], description, choose }],
    ),
    bases: bullets(listBases(settings)),
  });
}

/** What goes between shop and developer, on one way. */
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
        const since = added === undefined ? nothing : text`Since ${releaseText(added)}.`;
        const open =
          unknown.length === 0 ? nothing : text`Open: ${joinTexts(unknown.map(linkToQuestion), ", ")}`;
        return [strong(name), choose, joinParts(description, since, open, undocumentedMark(setting))];
      }),
  );

/** What each setting is known from; settings that are known from the same stand together. */
const listBases = (settings: readonly SettingModel[]): Text[] =>
  [...groupBy(settings, ({ provenance }) => `${provenance.kind}. ${provenance.basis}`)].map(
    ([basis, group]) =>
      text`${listTexts(
        group.map(({ name }) => strong(name)),
        "and",
      )}: ${basis}`,
  );

/** The tasks first, which an owner knows by their names; then the flows that no task has. */
function listSetUps({ model: { tasks, flows } }: PageData) {
  const others = flows.filter((flow) => !tasks.some((task) => task.flow.name === flow.name));
  return [
    ...tasks.map((task) => ({ title: task.title, events: setUpRows(task.flow), page: linkToTask(task) })),
    ...others.map((flow) => ({ title: flow.title, events: setUpRows(flow), page: linkToFlow(flow) })),
  ].filter(({ events }) => events.length > 0);
}

const places: Readonly<Record<SettingModel["of"], string>> = {
  subscription: "a setting of the subscription",
  event: "a setting of each event in the subscription",
  codeTrigger: "a setting of each code trigger",
  pos: "a setting of the POS",
};
