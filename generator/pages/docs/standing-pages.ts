import type { Block, Table } from "../blocks/block.js";
import { code, listTexts, nameText, nothing, strong, text, toText, type Text } from "../blocks/text.js";
import { bullets, table } from "../blocks/builders.js";
import { byStanding, groupStandings } from "../../changes/explain.js";
import { plainBases } from "../../contract/model/build-event.js";
import type { Model, ProductModel, StandingModel } from "../../contract/model/model.js";
import { groupBy } from "../../contract/read/values.js";
import { eventText } from "../links.js";
import type { Page } from "../page.js";
import type { PageData } from "../page-data.js";

export function eventsAndAnswersPage(data: PageData): Page {
  const { answers, events } = data.model;
  // Answers of only some events come first.
  const names = answers.filter(({ property }) => !property.exclusion).map(({ property }) => property.name);
  return data.templates.page("events-and-answers", "reference", {
    marks: data.templates.part("parts/marks"),
    table: [
      table(
        ["Event", ...names.map(nameText)],
        events.map(({ name, takes }) => [
          eventText(name, data),
          ...names.flatMap((answer) => standingMarks(takes, answer)),
        ]),
      ),
    ],
    bases: bullets(listReasons(data)),
  });
}

/** The answers that are not of single events, and those of them that most events have only in general. */
export function countCommonAnswers({ answers, events }: Model) {
  const common = answers.filter(({ property, onlyFor }) => !property.exclusion && !onlyFor);
  const isGeneral = ({ property: { name } }: (typeof common)[number]): boolean => {
    const general = events.filter(({ takes }) =>
      takes.some((known) => known.name === name && known.standing === "general"),
    );
    return general.length > events.length / 2;
  };
  return { common: common.length, general: common.filter(isGeneral).length };
}

/** Documented standings are bold. */
const standingMarks = (standings: readonly StandingModel[], name: string): Text[] =>
  standings.filter((known) => known.name === name).map(({ standing }) => standingLabels[standing]);

const standingLabels: Readonly<Record<StandingModel["standing"], Text>> = {
  documented: strong("yes"),
  general: text`general`,
  seen: text`seen`,
  unknown: text`?`,
  contradicted: text`no`,
};

/** Only special reasons. Answers with the same standing and reason share an entry. */
function listReasons(data: PageData): Text[] {
  const { answers, events } = data.model;
  const all = events.map(({ name }) => name);
  const known = answers.flatMap(({ property: { name: answer } }) => {
    const standings = events.flatMap(({ name: event, takes }) =>
      takes
        .filter(({ name, basis }) => name === answer && !plainBases.includes(basis))
        .map((each) => ({ ...each, name: event })),
    );
    return groupStandings(standings).map((group) => ({ ...group, answer }));
  });
  const groups = groupBy(known, ({ standing, basis, names }) => JSON.stringify([standing, basis, names]));
  return [...groups.values()]
    .map((group) => ({ ...group[0], answers: group.map(({ answer }) => nameText(answer)) }))
    .sort(byStanding)
    .map(({ standing, basis, names, answers }) => {
      const where = allButText(names, all, "every event", (name) => eventText(name, data));
      return text`${strong(standing)}, ${listTexts(answers)} with ${where}: ${basis}`;
    });
}

/** Standings with the same source share an entry. */
export const listBases = (
  standings: readonly StandingModel[],
  toNames: (names: readonly string[]) => Text = (names) => listTexts(names.map(nameText)),
): Block[] => bullets(groupStandings(standings).map(({ names, basis }) => text`${toNames(names)}: ${basis}`));

/** Lists the exceptions if that is shorter: `every event except scanCode`. */
function allButText(
  names: readonly string[],
  all: readonly string[],
  every: string,
  toName: (name: string) => Text = nameText,
): Text {
  const list = (some: readonly string[]) => listTexts(some.map(toName));
  const others = all.filter((name) => !names.includes(name));
  if (others.length === 0) return toText(every);
  return others.length <= names.length / 2 ? text`${every} except ${list(others)}` : list(names);
}

export function productsPage(data: PageData): Page {
  const { products } = data.model;
  return data.templates.page("products", "reference", {
    products: bullets(
      products.map(({ name, description, productName }) => {
        const known = productName === undefined ? nothing : text` (in requests ${code(productName)})`;
        return text`${strong(name)}${known}: ${description}`;
      }),
    ),
    sends: [productTable("Event", products, "sends", (name) => eventText(name, data))],
    silentSenders: namesWithout(products, "sends"),
    takes: [productTable("Answer", products, "takes", nameText)],
    silentTakers: namesWithout(products, "takes"),
    bases: products.map(({ name, sends, takes }) => ({
      name,
      sends: listAllBut(sends, "every event"),
      takes: listAllBut(takes, "every answer"),
    })),
  });
}

function listAllBut(standings: readonly StandingModel[], every: string): Block[] {
  const all = standings.map(({ name }) => name);
  return listBases(standings, (names) => allButText(names, all, every));
}

const hasKnownStanding = (standings: readonly StandingModel[]) =>
  standings.some(({ standing }) => standing !== "unknown");

/** Products about which nothing is known have no column. */
const namesWithout = (products: readonly ProductModel[], side: "sends" | "takes"): Text =>
  listTexts(products.filter((product) => !hasKnownStanding(product[side])).map(({ name }) => name));

/** A row for each event or answer, and a column for each product about which anything is known. */
function productTable(
  title: string,
  products: readonly ProductModel[],
  side: "sends" | "takes",
  toName: (name: string) => Text,
): Table {
  const shown = products.filter((product) => hasKnownStanding(product[side]));
  return table(
    [title, ...shown.map(({ name }) => name)],
    (products[0]?.[side] ?? []).map(({ name }) => [
      toName(name),
      ...shown.flatMap((product) => standingMarks(product[side], name)),
    ]),
  );
}
