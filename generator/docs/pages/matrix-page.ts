import type { Model } from "../../model/model.js";
import type { MarkdownText } from "../../text/escape.js";
import { baseline, type Release } from "../../time/release.js";
import { createHistory, type Ends, type History } from "../../explain/history.js";
import { groupSpots, type SpotGroup } from "../../explain/spots.js";
import { toPage, type Page } from "../page.js";
import { describeFleet } from "../prose/fleet-text.js";
import { pageOf } from "../survey/property-pages.js";
import { linksFrom, nameText, pagePaths, type Links } from "../prose/links.js";
import { joinTexts, mdText, nothing } from "../markdown.js";
import type { Survey } from "../survey/survey.js";
import { badges, standingOf } from "../availability.js";
import { releaseText } from "../prose/type-text.js";

interface Row {
  readonly name: MarkdownText;
  readonly fleet: MarkdownText;
  readonly since: MarkdownText;
  /** What each release has of it, in the order of the columns. */
  readonly releases: readonly MarkdownText[];
  readonly events: MarkdownText;
}

/** The page of every property and event there is or was, against every release that changed any of them. */
export function matrixPage(survey: Survey): Page {
  const { view, model, holders } = survey;
  const links = linksFrom(pagePaths.matrix, view);
  const history = createHistory(model);
  const groups = groupSpots(holders.spots);
  const rowsOf = (direction: string) =>
    groups
      .filter(([{ direction: own }]) => own === direction)
      .map((group) => propertyRow(group, { survey, links, history }));
  const data = {
    fleet: describeFleet(view.fleet),
    before: releaseText(model.changes[0] ?? baseline),
    releases: model.changes.map(releaseText),
    events: model.events.map(({ name, life }) =>
      eventRow(name, { since: life.added, removed: life.removed }, survey, links),
    ),
    requests: rowsOf("request"),
    answers: rowsOf("response"),
  };
  return toPage(
    { path: pagePaths.matrix, group: "reference", title: mdText`Matrix` },
    survey.render("matrix", data),
  );
}

interface Context {
  readonly survey: Survey;
  readonly links: Links;
  readonly history: History;
}

function propertyRow(group: SpotGroup, { survey, links, history }: Context): Row {
  const [spot] = group;
  const times = history(group);
  const page = pageOf(spot, survey.holders.pages);
  const name = nameText(spot.path);
  const isPlanned = spot.chain.some(({ planned }) => planned);
  const isShared = group.length === survey.model.events.length;
  return {
    name: page === undefined ? name : links.page(name, pagePaths.object(page)),
    ...(isPlanned ? plannedCells(survey) : timesCells(times, survey)),
    events: isShared ? mdText`all` : eventsText(group, survey, links),
  };
}

/** More names than this would make a row that nobody reads across. */
const mostNames = 3;

const eventsText = (group: SpotGroup, survey: Survey, links: Links): MarkdownText =>
  group.length > mostNames
    ? mdText`${group.length} of ${survey.model.events.length}`
    : joinTexts(
        group.map(({ event }) => eventText(event, survey, links)),
        ", ",
      );

const eventRow = (name: string, times: Ends, survey: Survey, links: Links): Row => ({
  name: eventText(name, survey, links),
  ...timesCells(times, survey),
  events: nothing,
});

/** An event that the fleet does not know has no page. */
const eventText = (name: string, { view }: Survey, links: Links): MarkdownText =>
  view.events.some((event) => event.name === name) ? links.event(name) : nameText(name);

type Cells = Pick<Row, "fleet" | "since" | "releases">;

const plannedCells = ({ model }: Survey): Cells => ({
  fleet: badges["no shop"],
  since: mdText`*planned*`,
  releases: columnsOf(model).map(() => nothing),
});

const timesCells = (times: Ends, { model, view }: Survey): Cells => ({
  fleet: badges[standingOf({ since: times.since, until: times.removed }, view.fleet)],
  since: times.since === undefined ? nothing : releaseText(times.since),
  releases: columnsOf(model).map((release) => releaseCell(release, times)),
});

/** A column for the time before the first change, and one for each release that changed something. */
const columnsOf = ({ changes }: Model): readonly Release[] => [baseline, ...changes];

function releaseCell(release: Release, { since = baseline, removed }: Ends): MarkdownText {
  if (release === removed) return mdText`**gone**`;
  if (release < since || (removed !== undefined && removed < release)) return nothing;
  return release === since && release !== baseline ? mdText`**new**` : mdText`yes`;
}
