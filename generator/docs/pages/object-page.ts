import { toMarkdownText, type MarkdownText } from "../../text/escape.js";
import type { ObjectView } from "../../view/view.js";
import { toPage, type Page } from "../page.js";
import { factsOf } from "../prose/facts.js";
import { linksFrom, pagePaths } from "../prose/links.js";
import { mdText, nothing } from "../markdown.js";
import { plannedIn } from "../survey/planned.js";
import { propertyRows } from "../prose/property-table.js";
import { erratumText } from "../prose/prose-text.js";
import { forbiddenTexts } from "../prose/reason-text.js";
import { remarksOn } from "../prose/remarks.js";
import { objectSampleOf } from "../samples/object-sample.js";
import { lifeSentence } from "../availability.js";
import type { Survey } from "../survey/survey.js";
import { usedBy } from "../prose/used-by.js";

/** The page of one object: its properties, and where it is used. */
export function objectPage(object: ObjectView, survey: Survey): Page {
  const { fleet } = survey.view;
  const { name, prose, properties, forbidden, since } = object;
  const path = pagePaths.object(name);
  const links = linksFrom(path, survey.view);
  const data = {
    description: toMarkdownText(prose.description),
    direction: directionOf(name, survey),
    facts: [...openness(object), ...factsOf(prose, lifeSentence({ since }, fleet))],
    usages: usedBy(survey.usages.get(name) ?? [], links),
    properties: propertyRows(properties, links, fleet),
    missing: forbiddenTexts(forbidden, fleet),
    sample: objectSampleOf(object, survey) ?? nothing,
    planned: plannedIn(name, survey.planned),
    remarks: [...prose.errata.map((erratum) => erratumText(erratum, links)), ...remarksOn(properties, links)],
  };
  return toPage(
    {
      path: path,
      group: survey.sent.has(name) ? "received" : "answers",
      title: toMarkdownText(name),
      ...(since !== undefined && { since }),
    },
    survey.render("object", data),
  );
}

function directionOf(name: string, { sent, answered }: Survey): MarkdownText {
  if (!answered.has(name)) return mdText`The POS sends it`;
  return sent.has(name) ? mdText`The POS sends it, and you may send it` : mdText`You may send it`;
}

const openness = ({ open, properties }: ObjectView): MarkdownText[] => {
  if (!open) return [];
  return properties.length === 0
    ? [mdText`Open: what it holds is not documented.`]
    : [mdText`Open: it may hold more than is documented here.`];
};
