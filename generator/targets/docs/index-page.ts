import { toCodeSpan, toMarkdownText, type MarkdownText } from "../../print/text.js";
import type { EventView, ObjectView } from "../../version/view.js";
import type { OutputFile } from "../target.js";
import { describeFleet } from "./fleet-text.js";
import { linksFrom, nameText, pagePaths, type Links } from "./links.js";
import { joinTexts, mdText, nothing } from "./markdown.js";
import { pageFile, type Site } from "./site.js";
import { releaseText } from "./type-text.js";

/** The page to begin with: what these webhooks are, for whom the pages were made, and where to find what. */
export function indexPage(site: Site): OutputFile {
  const { view, objects, sent, answered } = site;
  const links = linksFrom(pagePaths.index, view);
  const latest = view.releases.at(-1);
  const data = {
    fleet: describeFleet(view.fleet),
    label: toCodeSpan(view.fleet.label),
    latest: latest ? mdText`The newest release known here is ${releaseText(latest.release)}.` : nothing,
    pages: pageList(site, links),
    events: view.events.map((event) => eventRow(event, site, links)),
    sent: objects.filter(({ name }) => sent.has(name)).map((object) => objectEntry(object, links)),
    answered: objects.filter(({ name }) => answered.has(name)).map((object) => objectEntry(object, links)),
  };
  return pageFile(pagePaths.index, site.render("index", data));
}

function pageList({ view }: Site, links: Links): MarkdownText[] {
  const subscribe = links.page(mdText`Subscribe`, pagePaths.subscribe);
  const codes = links.page(mdText`Error codes`, pagePaths.errorCodes);
  const enums = links.page(mdText`Enums`, pagePaths.enums);
  const releases = links.page(mdText`Releases`, pagePaths.releases);
  const matrix = links.page(mdText`Matrix`, pagePaths.matrix);
  return [
    mdText`${subscribe}: the set-up in the back office, signatures, answers, polling`,
    ...(view.errorCodes ? [mdText`${codes}: what they mean, and what to do`] : []),
    mdText`${enums}: the values of properties that take one of a list`,
    mdText`${releases}: what came when, and what your fleet cannot use`,
    mdText`${matrix}: every property, and the releases that have it`,
  ];
}

function eventRow(event: EventView, { own }: Site, links: Links): Record<string, MarkdownText> {
  return {
    event: links.event(event.name),
    since: event.since === undefined ? nothing : releaseText(event.since),
    description: firstSentence(event.prose.description),
    carries: namesIn(event.request, own.carried),
    answers: namesIn(event.response, own.answers),
  };
}

const namesIn = ({ properties }: ObjectView, wanted: ReadonlySet<string>): MarkdownText =>
  joinTexts(
    properties.filter(({ name }) => wanted.has(name)).map(({ name }) => nameText(name)),
    ", ",
  );

const objectEntry = ({ name, prose }: ObjectView, links: Links): MarkdownText =>
  mdText`${links.object(name)}: ${firstSentence(prose.description)}`;

const firstSentence = (text: string): MarkdownText =>
  toMarkdownText(/^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text);
