import type { TermModel } from "../../model/model.js";
import type { Block, Cell } from "../blocks/block.js";
import { joinTexts, nothing, text } from "../blocks/text.js";
import { heading, table, toBlocks } from "../blocks/write.js";
import { pagePaths, type Page } from "../page.js";
import { linkToName } from "../prose/name-text.js";
import { certaintyText } from "../prose/provenance.js";
import type { Survey } from "../survey/survey.js";

/** The page of terms with a special meaning for the vendor or in the trade. */
export const glossaryPage = (survey: Survey): Page => ({
  path: pagePaths.glossary,
  group: "reference",
  title: text`Glossary`,
  blocks: toBlocks(
    "Terms with a special meaning for the vendor, in the trade, or on these pages. The Dutch words are translations of ours: no page that we know lists what the till's screens say.",
    table(
      ["Term", "Dutch", "Whose", "See", "Meaning"],
      survey.model.glossary.map((term) => termRow(term, survey)),
      "term",
    ),
    ...synonymBlocks(survey),
  ),
});

const synonymBlocks = ({ model: { synonyms } }: Survey): Block[] =>
  synonyms.length === 0
    ? []
    : toBlocks(
        heading(2, "Other words"),
        "Words that people use for what these pages call otherwise, most of them Dutch. The search of the site knows them. They, too, are translations of ours.",
        table(
          ["Word", "Others use"],
          synonyms.map(({ word, typed }) => [word, typed.join(", ")]),
        ),
      );

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
