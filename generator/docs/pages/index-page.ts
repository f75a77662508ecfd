import { toCodeSpan, toMarkdownText, type MarkdownText } from "../../text/escape.js";
import type { EventView, ObjectView } from "../../view/view.js";
import { toPage, type Page } from "../page.js";
import { describeFleet } from "../prose/fleet-text.js";
import { linksFrom, nameText, pagePaths, type Links } from "../prose/links.js";
import { joinTexts, mdText, nothing } from "../markdown.js";
import { lifeText } from "../availability.js";
import type { Survey } from "../survey/survey.js";
import { releaseText } from "../prose/type-text.js";

/** The page to begin with: what these webhooks are, for whom the pages were made, and where to find what. */
export function indexPage(survey: Survey): Page {
  const { view, model, objects, sent, answered } = survey;
  const links = linksFrom(pagePaths.index, view);
  const latest = view.releases.at(-1);
  const data = {
    fleet: describeFleet(view.fleet),
    label: toCodeSpan(view.fleet.label),
    latest: latest ? mdText`The newest release known here is ${releaseText(latest.release)}.` : nothing,
    pages: pageList(survey, links),
    flows: model.flows.map((flow) => mdText`${links.flow(flow)}: ${firstSentence(flow.description)}`),
    events: view.events.map((event) => eventRow(event, survey, links)),
    sent: objects.filter(({ name }) => sent.has(name)).map((object) => objectEntry(object, links)),
    answered: objects.filter(({ name }) => answered.has(name)).map((object) => objectEntry(object, links)),
  };
  return toPage(
    { path: pagePaths.index, group: "guide", title: mdText`MplusKASSA webhooks` },
    survey.render("index", data),
  );
}

function pageList({ view }: Survey, links: Links): MarkdownText[] {
  const start = links.page(mdText`Start here`, pagePaths.start);
  const subscribe = links.page(mdText`Subscribe`, pagePaths.subscribe);
  const codes = links.page(mdText`Error codes`, pagePaths.errorCodes);
  const enums = links.page(mdText`Enums`, pagePaths.enums);
  const releases = links.page(mdText`Releases`, pagePaths.releases);
  const matrix = links.page(mdText`Matrix`, pagePaths.matrix);
  const errata = links.page(mdText`Errata`, pagePaths.errata);
  const glossary = links.page(mdText`Glossary`, pagePaths.glossary);
  return [
    mdText`${start}: from nothing to a first signed request, in TypeScript, Python, PHP, C# or a shell`,
    mdText`${subscribe}: the set-up in the back office, signatures, answers, polling`,
    ...(view.errorCodes ? [mdText`${codes}: what they mean, and what to do`] : []),
    mdText`${enums}: the values of properties that take one of a list`,
    mdText`${releases}: what came when, and what your fleet cannot use`,
    mdText`${matrix}: every property, and the releases that have it`,
    mdText`${errata}: where the vendor's text is wrong or contradicts itself`,
    mdText`${glossary}: the words of the vendor and of the trade`,
  ];
}

function eventRow(event: EventView, { own, view }: Survey, links: Links): Record<string, MarkdownText> {
  return {
    event: links.event(event.name),
    since: lifeText(event, view.fleet),
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
