import type { TermModel } from "../../model/model.js";
import { toMarkdownText, type MarkdownText } from "../../text/escape.js";
import { linksFrom, pagePaths, type Links } from "../prose/links.js";
import { joinTexts, nothing } from "../markdown.js";
import { toPage, type Page } from "../page.js";
import { mdText } from "../markdown.js";
import type { Survey } from "../survey/survey.js";

/** The page of the words that the vendor, or the trade, uses in a sense of its own. */
export function glossaryPage(survey: Survey): Page {
  const links = linksFrom(pagePaths.glossary, survey.view);
  const data = { terms: survey.model.glossary.map((term) => termRow(term, survey, links)) };
  const head = { path: pagePaths.glossary, group: "reference", title: mdText`Glossary` } as const;
  return toPage(head, survey.render("glossary", data));
}

const termRow = ({ term, dutch, meaning, see }: TermModel, survey: Survey, links: Links) => ({
  term: toMarkdownText(term),
  dutch: dutch === undefined ? nothing : toMarkdownText(dutch),
  meaning: toMarkdownText(meaning),
  see: joinTexts(
    see.map((name) => linkTo(name, survey, links)),
    ", ",
  ),
});

/** A type that no event leads to has no page. */
function linkTo(name: string, { view, objects, enums }: Survey, links: Links): MarkdownText {
  const isNamed = (thing: { readonly name?: string }): boolean => thing.name === name;
  if (view.events.some(isNamed)) return links.event(name);
  if (objects.some(isNamed)) return links.object(name);
  return enums.some(isNamed) ? links.enum(name) : toMarkdownText(name);
}
