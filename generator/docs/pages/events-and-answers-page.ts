import { byStanding, groupStandings } from "../../explain/explain.js";
import { plainBases } from "../../model/build-event.js";
import type { Standing } from "../../spec/dialect.js";
import type { Table } from "../blocks/block.js";
import { listTexts, nameText, strong, text, type Text } from "../blocks/text.js";
import { bullets, table } from "../blocks/write.js";
import { eventText } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { mostText, standingMark } from "../prose/standing-text.js";
import type { Survey } from "../survey/survey.js";
import type { Words } from "../words/words.js";

/** The page of every event against every answer: what is known to work with what. */
export const eventsAndAnswersPage = (survey: Survey, words: Words): Page => ({
  path: pagePaths.eventsAndAnswers,
  group: "reference",
  ...words.page("events-and-answers", {
    marks: words.part("events-and-answers", "marks"),
    table: [standingTable(survey)],
    bases: bullets(listGroups(survey).map((group) => groupText(group, survey))),
  }),
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

/** What is known of each answer for another reason than its mark says, with the answers together of which that is so. */
function listGroups({ model }: Survey): Group[] {
  const groups = new Map<string, Group>();
  for (const group of model.answers.flatMap(({ property }) => groupByEvents(property.name, model))) {
    const { standing, basis, events, answers } = group;
    const key = JSON.stringify([standing, basis, events]);
    groups.set(key, { ...group, answers: [...(groups.get(key)?.answers ?? []), ...answers] });
  }
  return [...groups.values()].sort(byStanding);
}

const groupByEvents = (answer: string, { events }: Survey["model"]): Group[] =>
  groupStandings(
    events.flatMap(({ name: event, takes }) =>
      takes
        .filter(({ name, basis }) => name === answer && !plainBases.includes(basis))
        .map((known) => ({ ...known, name: event })),
    ),
  ).map(({ names, ...group }) => ({ ...group, answers: [answer], events: names }));

function groupText({ standing, basis, answers, events }: Group, { model, view }: Survey): Text {
  const all = model.events.map(({ name }) => name);
  const where = mostText(events, all, "every event", (name) => eventText(name, view));
  return text`${strong(standing)}, ${listTexts(answers.map(nameText), "and")} with ${where}: ${basis}`;
}
