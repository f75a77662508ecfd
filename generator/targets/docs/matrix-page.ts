import type { MarkdownText } from "../../print/text.js";
import { createHistory, type History, type Times } from "../../version/explain/history.js";
import { groupSpots, type SpotGroup } from "../../version/explain/spots.js";
import type { Fleet } from "../../version/fleet.js";
import type { OutputFile } from "../target.js";
import { describeFleet } from "./fleet-text.js";
import { pageOf } from "./holders.js";
import { linksFrom, nameText, pagePaths, type Links } from "./links.js";
import { joinTexts, mdText, nothing } from "./markdown.js";
import { pageFile, type Site } from "./site.js";
import { releaseText } from "./type-text.js";

type Row = Record<"name" | "since" | "until" | "fleet" | "events", MarkdownText>;

/** The page of every property and event there is or was, and the releases that have it. */
export function matrixPage(site: Site): OutputFile {
  const { view, model, holders } = site;
  const links = linksFrom(pagePaths.matrix, view);
  const history = createHistory(model);
  const groups = groupSpots(holders.spots);
  const rowsOf = (direction: string) =>
    groups
      .filter(([{ direction: own }]) => own === direction)
      .map((group) => propertyRow(group, { site, links, history }));
  const data = {
    index: links.index,
    fleet: describeFleet(view.fleet),
    events: model.events.map(({ name, life }) =>
      eventRow(name, { since: life.added, removed: life.removed }, site, links),
    ),
    requests: rowsOf("request"),
    answers: rowsOf("response"),
  };
  return pageFile(pagePaths.matrix, site.render("matrix", data));
}

interface Page {
  readonly site: Site;
  readonly links: Links;
  readonly history: History;
}

function propertyRow(group: SpotGroup, { site, links, history }: Page): Row {
  const [spot] = group;
  const times = history(group);
  const page = pageOf(spot, site.holders.pages);
  const name = nameText(spot.path);
  const isPlanned = spot.chain.some(({ planned }) => planned);
  const isShared = group.length === site.model.events.length;
  return {
    name: page === undefined ? name : links.page(name, pagePaths.object(page)),
    ...(isPlanned ? planned : timesCells(times, site.view.fleet)),
    events: isShared
      ? mdText`all`
      : joinTexts(
          group.map(({ event }) => eventText(event, site, links)),
          ", ",
        ),
  };
}

const eventRow = (name: string, times: Times, site: Site, links: Links): Row => ({
  name: eventText(name, site, links),
  ...timesCells(times, site.view.fleet),
  events: nothing,
});

/** An event that the fleet does not know has no page. */
const eventText = (name: string, { view }: Site, links: Links): MarkdownText =>
  view.events.some((event) => event.name === name) ? links.event(name) : nameText(name);

const planned = { since: mdText`*planned*`, until: nothing, fleet: mdText`**no shop**` };

const timesCells = ({ since, removed }: Times, fleet: Fleet): Pick<Row, "since" | "until" | "fleet"> => ({
  since: since === undefined ? nothing : releaseText(since),
  until: removed === undefined ? nothing : releaseText(removed),
  fleet: badgeOf({ since, removed }, fleet),
});

function badgeOf(
  { since = 0, removed = Infinity }: { since?: number | undefined; removed?: number | undefined },
  { min, max }: Fleet,
): MarkdownText {
  if (since <= min && max < removed) return mdText`every shop`;
  return max < since || removed <= min ? mdText`**no shop**` : mdText`**some shops**`;
}
