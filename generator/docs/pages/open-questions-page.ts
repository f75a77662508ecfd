import { joinTexts, nameText } from "../blocks/text.js";
import { pagePaths, type Page } from "../page.js";
import { linkToName } from "../prose/name-text.js";
import type { Survey } from "../survey/survey.js";
import type { Words } from "../words/words.js";

/** The page of what no source answers, and of how to find out. */
export const openQuestionsPage = (survey: Survey, words: Words): Page => ({
  path: pagePaths.openQuestions,
  group: "reference",
  ...words.page("open-questions", {
    questions: survey.model.questions.flatMap(({ id, question, known = "", findOut, about = [] }) => {
      const links = joinTexts(
        about.map((name) => linkToName(name, survey)),
        ", ",
      );
      return words.part("open-questions", "question", {
        ...{ question, known, findOut },
        ...{ about: links, id: nameText(id) },
      });
    }),
  }),
});
