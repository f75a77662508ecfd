import type { QuestionEntry } from "../../spec/dialect.js";
import type { Block } from "../blocks/block.js";
import { joinTexts, nameText, nothing, strong, text, type Text } from "../blocks/text.js";
import { heading, toBlocks } from "../blocks/write.js";
import { linkToName } from "../prose/name-text.js";
import { pagePaths, type Page } from "../page.js";
import type { Survey } from "../survey/survey.js";

/** The page of what no source answers, and of how to find out. */
export const openQuestionsPage = (survey: Survey): Page => ({
  path: pagePaths.openQuestions,
  group: "reference",
  title: text`What nobody knows yet`,
  blocks: toBlocks(
    "No source that we know answers these questions. Each has an id, to speak of it by, and says how you could find out. Until somebody does, write code that works either way. Our samples prove nothing of it: where one cannot do without an answer, it follows our reading.",
    ...survey.model.questions.flatMap((entry) => questionBlocks(entry, survey)),
  ),
});

const questionBlocks = (
  { id, question, known, findOut, about = [] }: QuestionEntry,
  survey: Survey,
): Block[] =>
  toBlocks(
    heading(2, question),
    known === undefined ? nothing : text`${strong("What is known")}: ${known}`,
    text`${strong("How to find out")}: ${findOut}`,
    aboutText(about, survey),
    text`${strong("Id")}: ${nameText(id)}`,
  );

const aboutText = (about: readonly string[], survey: Survey): Text =>
  about.length === 0
    ? nothing
    : text`${strong("About")}: ${joinTexts(
        about.map((name) => linkToName(name, survey)),
        ", ",
      )}`;
