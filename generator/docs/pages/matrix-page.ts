import { baseline, type Release } from "../../time/release.js";
import type { Direction } from "../../model/model.js";
import { existsAt, firstIn, goneIn, spanBetween, type Spans } from "../../time/spans.js";
import { getCoverage } from "../../time/fleet.js";
import { findExistence } from "../../explain/availability.js";
import { isUndatedEvent, isUndatedProperty } from "../../explain/explain.js";
import { groupByPath, listEvents, type BodyPropertyGroup } from "../../model/paths.js";
import { coverageText, releaseText } from "../blocks/availability.js";
import type { Cell, Table } from "../blocks/block.js";
import { emphasis, joinTexts, link, nameText, nothing, strong, text, type Text } from "../blocks/text.js";
import { table } from "../blocks/write.js";
import { eventText } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { describeFleet } from "../prose/fleet-text.js";
import { findPageOfProperty } from "../survey/property-pages.js";
import type { Survey } from "../survey/survey.js";
import type { Words } from "../words/words.js";

/** The page of every property and event that ever existed, against every release that changed any of them. */
export function matrixPage(survey: Survey, words: Words): Page {
  return {
    path: pagePaths.matrix,
    group: "reference",
    ...words.page("matrix", {
      fleet: describeFleet(survey.view.fleet),
      oldest: describeOldest(survey),
      products: survey.model.products.length,
      events: [eventTable(survey)],
      requests: [propertyTable("request", survey)],
      answers: [propertyTable("response", survey)],
    }),
  };
}

const eventTable = (survey: Survey): Table =>
  table(
    ["Event", ...timeColumns(survey)],
    survey.model.events.map((event) => [
      eventText(event.name, survey.view),
      ...(isUndatedEvent(event) ? undatedCells(survey) : timeCells(event.exists, survey)),
    ]),
  );

function propertyTable(direction: Direction, survey: Survey): Table {
  const groups = groupByPath(survey.propertyPages.paths.properties).filter(
    ([{ direction: own, chain }]) => own === direction && !chain.some(({ aside }) => aside?.kind === "seen"),
  );
  return table(
    ["Property", ...timeColumns(survey), "Events"],
    groups.map((group) => propertyRow(group, survey)),
  );
}

function propertyRow(group: BodyPropertyGroup, survey: Survey): Cell[] {
  const [property] = group;
  const page = findPageOfProperty(property, survey.propertyPages.objects);
  const name = nameText(property.path);
  const isPlanned = property.chain.some(({ aside }) => aside?.kind === "planned");
  return [
    page === undefined ? name : link(name, pagePaths.object(page)),
    ...(isPlanned ? plannedCells(survey) : propertyCells(findExistence(group, survey.model), group, survey)),
    eventsText(group, survey),
  ];
}

/** A row with more names than these would be too long to read across. */
const mostNames = 3;

function eventsText(group: BodyPropertyGroup, survey: Survey): Text {
  const count = survey.model.events.length;
  const events = listEvents(group);
  if (events.length === count) return text`all`;
  if (events.length > mostNames) return text`${events.length} of ${count}`;
  return joinTexts(
    events.map((event) => eventText(event, survey.view)),
    ", ",
  );
}

/** After what the fleet has of it: a column for each release that changed something, and one for those before. */
const timeColumns = (survey: Survey): Text[] => [
  text`In your fleet`,
  text`Since`,
  ...newestFirst(survey).map(releaseText),
  describeOldest(survey),
];

/** What the oldest shop of the fleet has needs no column for each of its releases. */
const newestFirst = ({ model, view }: Survey): Release[] =>
  model.changes.filter((release) => release > view.fleet.min).reverse();

const describeOldest = ({ model, view: { fleet } }: Survey): Text =>
  fleet.min === baseline
    ? text`before ${releaseText(model.changes[0] ?? baseline)}`
    : text`${releaseText(fleet.min)} or before`;

const fillColumns = (cell: Text, survey: Survey): Cell[] => [...newestFirst(survey).map(() => cell), cell];

const plannedCells = (survey: Survey): Cell[] => [
  coverageText("no shop"),
  emphasis("planned"),
  ...fillColumns(nothing, survey),
];

const propertyCells = (exists: Spans, group: BodyPropertyGroup, survey: Survey): Cell[] =>
  isUndatedProperty(exists, group, survey.model) ? undatedCells(survey) : timeCells(exists, survey);

/** No source says which releases have it. */
const undatedCells = (survey: Survey): Cell[] => [
  nothing,
  emphasis("not known"),
  ...fillColumns(text`?`, survey),
];

function timeCells(exists: Spans, survey: Survey): Cell[] {
  const { fleet } = survey.view;
  const [since = baseline, removed = Infinity] = [firstIn(exists), goneIn(exists)];
  const toCell = (release: Release): Cell => (existsAt(exists, release) ? true : nothing);
  return [
    coverageText(getCoverage(fleet, exists)),
    { exists: spanBetween(firstIn(exists), undefined), coverage: "every shop" },
    ...newestFirst(survey).map((release) => {
      if (release === removed) return strong("gone");
      return release === since ? strong("new") : toCell(release);
    }),
    removed <= fleet.min ? strong("gone") : toCell(fleet.min),
  ];
}
