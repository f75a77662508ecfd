import { toCodeSpan, toMarkdownText, type MarkdownText } from "../../print/text.js";
import type { EventView, ObjectView } from "../../version/view.js";
import type { OutputFile } from "../target.js";
import { factsOf } from "./facts.js";
import { linksFrom, pagePaths, type Links } from "./links.js";
import { mdText, nothing } from "./markdown.js";
import { plannedIn } from "./planned.js";
import { propertyRows, type PropertyRow } from "./property-table.js";
import { erratumText } from "./prose-text.js";
import { foreignIn, missingIn, missingValuesIn } from "./reasons-text.js";
import { remarksOn } from "./remarks.js";
import { sampleOf } from "./sample.js";
import { pageFile, type Site } from "./site.js";

/** The page of one event: when it fires, what it carries, what may be answered. */
export function eventPage(event: EventView, site: Site): OutputFile {
  const { fleet } = site.view;
  const { name, prose, since, request, response } = event;
  const path = pagePaths.event(name);
  const links = linksFrom(path, site.view);
  const data = {
    title: toMarkdownText(name),
    index: links.index,
    subscribe: links.page(mdText`Subscribe`, pagePaths.subscribe),
    url: toCodeSpan(`POST <endpoint URL>/${name}`),
    description: toMarkdownText(prose.description),
    facts: factsOf(prose, since),
    request: propertyRows(request.properties, links),
    ...answersOf(response, site, links),
    polling: pollingText(event),
    missing: [...missingIn(response.forbidden, fleet), ...missingValuesIn(response.properties, fleet)],
    foreign: foreignIn(response.forbidden, fleet),
    sample: sampleOf(event, site) ?? nothing,
    planned: [...plannedIn(request.name, site.planned), ...plannedIn(response.name, site.planned)],
    remarks: remarksOf(event),
  };
  return pageFile(path, site.render("event", data));
}

/** What only this event and its like may be answered with stands before what all events may. */
function answersOf(
  { properties }: ObjectView,
  { own }: Site,
  links: Links,
): Record<"own" | "shared", PropertyRow[]> {
  const special = properties.filter(({ name }) => own.answers.has(name));
  const shared = properties.filter(({ name }) => !own.answers.has(name));
  return { own: propertyRows(special, links), shared: propertyRows(shared, links) };
}

function pollingText({ response, pollingOptional }: EventView): MarkdownText {
  if (!response.properties.some(({ name }) => name === "polling")) return nothing;
  return pollingOptional
    ? mdText`${toCodeSpan("polling")} may be left out here, even where ${toCodeSpan("event.eventPolling")} is true.`
    : mdText`Where ${toCodeSpan("event.eventPolling")} is true, ${toCodeSpan("polling")} is needed: without it the till goes on asking.`;
}

const remarksOf = ({ prose, request, response }: EventView): MarkdownText[] => [
  ...prose.errata.map(erratumText),
  ...remarksOn(request.properties, mdText`in the request`),
  ...remarksOn(response.properties, mdText`in the answer`),
];
