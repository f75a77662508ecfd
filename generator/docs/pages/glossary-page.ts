import type { TermModel } from "../../model/model.js";
import type { Cell } from "../blocks/block.js";
import { joinTexts, text, toText, type Text } from "../blocks/text.js";
import { table, toBlocks } from "../blocks/write.js";
import { linkToEnum, linkToEvent, linkToObject } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import type { Survey } from "../survey/survey.js";

/** The page of terms with a special meaning for the vendor or in the trade. */
export const glossaryPage = (survey: Survey): Page => ({
  path: pagePaths.glossary,
  group: "reference",
  title: text`Glossary`,
  blocks: toBlocks(
    "Terms with a special meaning for the vendor or in the trade. The Dutch ones are what shops see on their screens.",
    table(
      ["Term", "Dutch", "See", "Meaning"],
      survey.model.glossary.map((term) => termRow(term, survey)),
    ),
  ),
});

const termRow = ({ term, dutch = "", meaning, see }: TermModel, survey: Survey): (Cell | string)[] => [
  term,
  dutch,
  joinTexts(
    see.map((name) => linkTo(name, survey)),
    ", ",
  ),
  meaning,
];

/** A type that no event leads to has no page. */
function linkTo(name: string, { view, objects, enums }: Survey): Text {
  const isNamed = (thing: { readonly name?: string }): boolean => thing.name === name;
  if (view.events.some(isNamed)) return linkToEvent(name);
  if (objects.some(isNamed)) return linkToObject(name);
  return enums.some(isNamed) ? linkToEnum(name, view) : toText(name);
}
