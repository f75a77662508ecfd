import type { SettingModel, SubscriptionModel } from "../../model/flow-model.js";
import type { Block } from "../blocks/block.js";
import { joinTexts, link, text, toText, type Text } from "../blocks/text.js";
import { bullets, rows, toBlocks } from "../blocks/write.js";
import { linkToErrorCodes, linkToFlow, linkToObject, linkToQuestion } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { undocumentedMark } from "../prose/provenance.js";
import { testSecret, testSignature, undecodedSignature } from "../samples/test-vectors.js";
import type { Survey } from "../survey/survey.js";
import type { Words } from "../words/words.js";

/** The page on the protocol itself: the set-up, the signature, and how requests and answers travel. */
export function subscribePage({ view, model }: Survey, words: Words): Page {
  const { where, settings = [] } = model.subscription ?? {};
  // The questions that are about nothing in the contract are about the protocol itself.
  const questions = model.questions.filter(({ about = [] }) => about.length === 0);
  return {
    path: pagePaths.subscribe,
    group: "guide",
    ...words.page("subscribe", {
      menu: where?.menu ?? "",
      menuMeaning: where?.meaning ?? "",
      menuNotes: toBlocks(...(where?.notes ?? [])),
      settings: where ? words.part("subscribe", "settings", { settings: settingRows(settings) }) : [],
      secret: testSecret,
      signature: testSignature,
      undecoded: undecodedSignature,
      errorCodes: linkToErrorCodes(view),
      flows: bullets(model.flows.map((flow) => text`${linkToFlow(flow)}: ${flow.description}`)),
      errorRequest: linkToObject(view.errorRequest.name),
      questions: bullets(questions.map(linkToQuestion)),
    }),
  };
}

const settingRows = (settings: SubscriptionModel["settings"]): readonly Block[] =>
  rows(
    settings.map((setting) => [
      setting.name,
      settingHolders[setting.of],
      joinTexts([toText(setting.description), toText(setting.choose), undocumentedMark(setting)], " "),
    ]),
  );

const settingHolders: Readonly<Record<SettingModel["of"], Text>> = {
  subscription: text`subscription`,
  event: link("event", pagePaths.index, "events"),
  codeTrigger: text`code trigger`,
  pos: text`POS`,
};
