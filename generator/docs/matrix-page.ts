import type { Model } from "../model/model.js";
import { createAlbum } from "../lattice/album.js";
import { firstIn, goneIn, type Spans } from "../time/spans.js";
import type { MarkdownText } from "../text/escape.js";
import { baseline, type Release } from "../time/release.js";
import { createHistory, type History } from "../explain/history.js";
import { groupSpots, type SpotGroup } from "../explain/spots.js";
import { toPage, type Page } from "./page.js";
import { describeFleet } from "./fleet-text.js";
import { pageOf } from "./holders.js";
import { linksFrom, nameText, pagePaths, type Links } from "./links.js";
import { joinTexts, mdText, nothing } from "./markdown.js";
import type { Survey } from "./survey.js";
import { badges, standingOf } from "./standing.js";
import { releaseText } from "./type-text.js";

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
  const history = createHistory(createAlbum(model));
  const groups = groupSpots(holders.spots);
  const rowsOf = (direction: string) =>
    groups
      .filter(([{ direction: own }]) => own === direction)
      .map((group) => propertyRow(group, { survey, links, history }));
  const data = {
    fleet: describeFleet(view.fleet),
    before: releaseText(model.changes[0] ?? baseline),
    releases: model.changes.map(releaseText),
    events: model.events.map(({ name, exists }) => eventRow(name, exists, survey, links)),
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
  const exists = history(group);
  const page = pageOf(spot, survey.holders.pages);
  const name = nameText(spot.path);
  const isPlanned = spot.chain.some(({ planned }) => planned);
  const isShared = group.length === survey.model.events.length;
  return {
    name: page === undefined ? name : links.page(name, pagePaths.object(page)),
    ...(isPlanned ? plannedCells(survey) : timesCells(exists, survey)),
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

const eventRow = (name: string, exists: Spans, survey: Survey, links: Links): Row => ({
  name: eventText(name, survey, links),
  ...timesCells(exists, survey),
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

const timesCells = (exists: Spans, { model, view }: Survey): Cells => ({
  fleet: badges[standingOf({ since: firstIn(exists), until: goneIn(exists) }, view.fleet)],
  since: sinceCell(firstIn(exists)),
  releases: columnsOf(model).map((release) => releaseCell(release, exists)),
});

const sinceCell = (since: Release | undefined): MarkdownText =>
  since === undefined ? nothing : releaseText(since);

/** A column for the time before the first change, and one for each release that changed something. */
const columnsOf = ({ changes }: Model): readonly Release[] => [baseline, ...changes];

function releaseCell(release: Release, exists: Spans): MarkdownText {
  const [since = baseline, removed] = [firstIn(exists), goneIn(exists)];
  if (release === removed) return mdText`**gone**`;
  if (release < since || (removed !== undefined && removed < release)) return nothing;
  return release === since && release !== baseline ? mdText`**new**` : mdText`yes`;
}
