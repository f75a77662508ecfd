import { baseline, type Release } from "../../time/release.js";
import type { Direction } from "../../model/model.js";
import { firstIn, goneIn, spanBetween, type Spans } from "../../time/spans.js";
import { getCoverage } from "../../time/fleet.js";
import { createHistory, type History } from "../../explain/history.js";
import { groupByPath, type EventPropertyGroup } from "../../explain/event-properties.js";
import { isUndatedEvent, isUndatedProperty } from "../../explain/undated.js";
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
  const history = createHistory(survey.album);
  return {
    path: pagePaths.matrix,
    group: "reference",
    ...words.page("matrix", {
      fleet: describeFleet(survey.view.fleet),
      products: survey.model.products.length,
      events: [eventTable(survey)],
      requests: [propertyTable("request", history, survey)],
      answers: [propertyTable("response", history, survey)],
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

function propertyTable(direction: Direction, history: History, survey: Survey): Table {
  const groups = groupByPath(survey.propertyPages.properties).filter(
    ([{ direction: own, chain }]) => own === direction && !chain.some(({ aside }) => aside?.kind === "seen"),
  );
  return table(
    ["Property", ...timeColumns(survey), "Events"],
    groups.map((group) => propertyRow(group, history, survey)),
  );
}

function propertyRow(group: EventPropertyGroup, history: History, survey: Survey): Cell[] {
  const [property] = group;
  const page = findPageOfProperty(property, survey.propertyPages.objects);
  const name = nameText(property.path);
  const isPlanned = property.chain.some(({ aside }) => aside?.kind === "planned");
  return [
    page === undefined ? name : link(name, pagePaths.object(page)),
    ...(isPlanned ? plannedCells(survey) : propertyCells(history(group), group, survey)),
    eventsText(group, survey),
  ];
}

/** A row with more names than these would be too long to read across. */
const mostNames = 3;

function eventsText(group: EventPropertyGroup, survey: Survey): Text {
  const count = survey.model.events.length;
  if (group.length === count) return text`all`;
  if (group.length > mostNames) return text`${group.length} of ${count}`;
  return joinTexts(
    group.map(({ event }) => eventText(event, survey.view)),
    ", ",
  );
}

/** After what the fleet has of it: a column for the time before the first change, and one for each release since. */
const timeColumns = ({ model: { changes } }: Survey): Text[] => [
  text`In your fleet`,
  text`Since`,
  text`before ${releaseText(changes[0] ?? baseline)}`,
  ...changes.map(releaseText),
];

const plannedCells = ({ model }: Survey): Cell[] => [
  coverageText("no shop"),
  emphasis("planned"),
  ...[baseline, ...model.changes].map(() => nothing),
];

const propertyCells = (exists: Spans, group: EventPropertyGroup, survey: Survey): Cell[] =>
  isUndatedProperty(exists, group, survey.model) ? undatedCells(survey) : timeCells(exists, survey);

/** No source says which releases have it. */
const undatedCells = ({ model }: Survey): Cell[] => [
  nothing,
  emphasis("not known"),
  ...[baseline, ...model.changes].map(() => text`?`),
];

const timeCells = (exists: Spans, { model, view }: Survey): Cell[] => [
  coverageText(getCoverage(view.fleet, exists)),
  { exists: spanBetween(firstIn(exists), undefined), coverage: "every shop" },
  ...[baseline, ...model.changes].map((release) => releaseCell(release, exists)),
];

function releaseCell(release: Release, exists: Spans): Cell {
  const [since = baseline, removed] = [firstIn(exists), goneIn(exists)];
  if (release === removed) return strong("gone");
  if (release < since || (removed !== undefined && removed < release)) return nothing;
  return release === since && release !== baseline ? strong("new") : true;
}
