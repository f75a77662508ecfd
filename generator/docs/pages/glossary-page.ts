import type { TermModel } from "../../model/model.js";
import type { Cell } from "../blocks/block.js";
import { joinTexts, nothing, text } from "../blocks/text.js";
import { rows } from "../blocks/write.js";
import { pagePaths, type Page } from "../page.js";
import { linkToName } from "../prose/name-text.js";
import { certaintyText } from "../prose/provenance.js";
import type { Survey } from "../survey/survey.js";
import type { Words } from "../words/words.js";

/** The page of terms with a special meaning for the vendor or in the trade. */
export const glossaryPage = (survey: Survey, words: Words): Page => ({
  path: pagePaths.glossary,
  group: "reference",
  ...words.page("glossary", {
    terms: rows(survey.model.glossary.map((term) => termRow(term, survey))),
    synonyms: rows(survey.model.synonyms.map(({ word, typed }) => [word, typed.join(", ")])),
  }),
});

const owners = { trade: "the trade's", ours: "ours" };

const termRow = (
  { term, dutch = "", meaning, see, whose, provenance }: TermModel,
  survey: Survey,
): (Cell | string)[] => [
  term,
  dutch,
  whose === undefined ? "the vendor's" : owners[whose],
  joinTexts(
    see.map((name) => linkToName(name, survey)),
    ", ",
  ),
  joinTexts([text`${meaning}`, provenance ? certaintyText(provenance) : nothing], " "),
];
