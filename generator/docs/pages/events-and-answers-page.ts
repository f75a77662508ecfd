import { groupStandings } from "../../explain/group-standings.js";
import type { Standing } from "../../spec/dialect.js";
import type { Table } from "../blocks/block.js";
import { listTexts, nameText, strong, text, type Text } from "../blocks/text.js";
import { bullets, section, table, toBlocks } from "../blocks/write.js";
import { eventText } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { standingLegend, standingMark } from "../prose/standing-text.js";
import type { Survey } from "../survey/survey.js";

/** The page of every event against every answer: what is known to work with what. */
export const eventsAndAnswersPage = (survey: Survey): Page => ({
  path: pagePaths.eventsAndAnswers,
  group: "reference",
  title: text`Events and answers`,
  blocks: toBlocks(
    "Which answer works with which event, as far as anybody says. What is not known is not refused: neither the types nor the checks stop you. Try it at a till before you rely on it.",
    ...bullets([...standingLegend, text`(no): likewise, but there is a reason to send it all the same`]),
    "The page of each event says what its marks rest on. So does the list at the end.",
    standingTable(survey),
    ...section("What that rests on", bullets(listGroups(survey).map((group) => groupText(group, survey)))),
  ),
});

/** Answers that only some events have come first. */
function standingTable(survey: Survey): Table {
  const { answers, events } = survey.model;
  const names = answers.filter(({ property }) => !property.aside).map(({ property }) => property.name);
  return table(
    ["Event", ...names.map(nameText)],
    events.map(({ name: event, takes }) => [
      eventText(event, survey.view),
      ...names.flatMap((answer) => takes.filter(({ name }) => name === answer).map(standingMark)),
    ]),
  );
}

/** Answers and events whose standing rests on the same. */
interface Group {
  readonly standing: Standing;
  readonly basis: string;
  readonly answers: readonly string[];
  readonly events: readonly string[];
}

/** Each standing is named by its answer and its event, of which no name has a space. */
function listGroups({ model }: Survey): Group[] {
  const all = model.events.flatMap(({ name: event, takes }) =>
    takes.map((known) => ({ ...known, name: `${known.name} ${event}` })),
  );
  return groupStandings(all).map(({ names, ...group }) => {
    const pairs = names.map((name) => name.split(" "));
    const [answers, events] = [0, 1].map((side) => [...new Set(pairs.map((pair) => pair[side] ?? ""))]);
    return { ...group, answers: answers ?? [], events: events ?? [] };
  });
}

/** A list with more names than these says how many. */
const mostNames = 5;

function groupText({ standing, basis, answers, events }: Group, { model, view }: Survey): Text {
  const others = model.events.map(({ name }) => name).filter((name) => !events.includes(name));
  const list = (names: readonly string[]): Text =>
    listTexts(
      names.map((name) => eventText(name, view)),
      "and",
    );
  const what =
    answers.length > mostNames ? text`${answers.length} answers` : listTexts(answers.map(nameText), "and");
  const where = events.length <= mostNames ? list(events) : text`${events.length} events`;
  const exceptions = others.length === 0 ? text`every event` : text`every event but ${list(others)}`;
  const reach = others.length <= mostNames ? exceptions : where;
  return text`${strong(standing)}, ${what} with ${reach}: ${basis}`;
}
