import { toMarkdownText, type MarkdownText } from "../../print/text.js";
import type { ObjectView } from "../../version/view.js";
import type { OutputFile } from "../target.js";
import { factsOf } from "./facts.js";
import { linksFrom, pagePaths } from "./links.js";
import { mdText, nothing } from "./markdown.js";
import { plannedIn } from "./planned.js";
import { propertyRows } from "./property-table.js";
import { erratumText } from "./prose-text.js";
import { missingIn, missingValuesIn } from "./reasons-text.js";
import { remarksOn } from "./remarks.js";
import { errorSampleOf } from "./sample.js";
import { pageFile, type Site } from "./site.js";
import { usedBy } from "./used-by.js";

/** The page of one object: its properties, and where it is used. */
export function objectPage(object: ObjectView, site: Site): OutputFile {
  const { fleet, errorRequest } = site.view;
  const { name, prose, properties, forbidden, since } = object;
  const path = pagePaths.object(name);
  const links = linksFrom(path, site.view);
  const data = {
    title: toMarkdownText(name),
    index: links.index,
    description: toMarkdownText(prose.description),
    direction: directionOf(name, site),
    facts: [...openness(object), ...factsOf(prose, since)],
    usages: usedBy(site.usages.get(name) ?? [], links),
    properties: propertyRows(properties, links),
    missing: [...missingIn(forbidden, fleet), ...missingValuesIn(properties, fleet)],
    sample: (name === errorRequest.name ? errorSampleOf(site) : undefined) ?? nothing,
    planned: plannedIn(name, site.planned),
    remarks: [...prose.errata.map(erratumText), ...remarksOn(properties)],
  };
  return pageFile(path, site.render("object", data));
}

function directionOf(name: string, { sent, answered }: Site): MarkdownText {
  if (!answered.has(name)) return mdText`The POS sends it`;
  return sent.has(name) ? mdText`The POS sends it, and you may send it` : mdText`You may send it`;
}

const openness = ({ open, properties }: ObjectView): MarkdownText[] => {
  if (!open) return [];
  return properties.length === 0
    ? [mdText`Open: what it holds is not documented.`]
    : [mdText`Open: it may hold more than is documented here.`];
};
