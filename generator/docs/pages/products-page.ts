import type { ProductModel, StandingModel } from "../../model/model.js";
import type { Block, Table } from "../blocks/block.js";
import { code, listTexts, nameText, nothing, strong, text, toText, type Text } from "../blocks/text.js";
import { bullets, table } from "../blocks/write.js";
import { eventText } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { listBases, mostText, standingMark } from "../prose/standing-text.js";
import type { Survey } from "../survey/survey.js";
import type { Words } from "../words/words.js";

/** The page of the vendor's products: which of them sends which event, and takes which answer. */
export function productsPage({ model, view }: Survey, words: Words): Page {
  const { products } = model;
  const toEvent = (name: string): Text => eventText(name, view);
  return {
    path: pagePaths.products,
    group: "reference",
    ...words.page("products", {
      products: bullets(products.map(productText)),
      marks: words.part("events-and-answers", "marks"),
      sends: [standingTable("Event", products, ({ sends }) => sends, toEvent)],
      silentSenders: namesWithout(products, ({ sends }) => sends),
      takes: [standingTable("Answer", products, ({ takes }) => takes, nameText)],
      silentTakers: namesWithout(products, ({ takes }) => takes),
      bases: products.flatMap(({ name, sends, takes }) =>
        words.part("products", "bases", {
          name,
          sends: listMost(sends, "every event"),
          takes: listMost(takes, "every answer"),
        }),
      ),
    }),
  };
}

function listMost(standings: readonly StandingModel[], every: string): Block[] {
  const all = standings.map(({ name }) => name);
  return listBases(standings, (names) => mostText(names, all, every));
}

function productText({ name, description, productName }: ProductModel): Text {
  const known = productName === undefined ? nothing : text` (in requests ${code(productName)})`;
  return text`${strong(name)}${known}: ${description}`;
}

type Select = (product: ProductModel) => readonly StandingModel[];

const isKnown = (standings: readonly StandingModel[]) =>
  standings.some(({ standing }) => standing !== "unknown");

/** The products of which nothing is known, which need no column to say so. */
const namesWithout = (products: readonly ProductModel[], select: Select): Text =>
  listTexts(
    products.filter((product) => !isKnown(select(product))).map(({ name }) => toText(name)),
    "and",
  );

/** A row for each event, or each answer; a column for each product of which anything is known. */
function standingTable(
  title: string,
  products: readonly ProductModel[],
  select: Select,
  toName: (name: string) => Text,
): Table {
  const names = products[0] ? select(products[0]).map(({ name }) => name) : [];
  const shown = products.filter((product) => isKnown(select(product)));
  return table(
    [title, ...shown.map(({ name }) => toText(name))],
    names.map((row) => [
      toName(row),
      ...shown.flatMap((product) =>
        select(product)
          .filter(({ name }) => name === row)
          .map(standingMark),
      ),
    ]),
  );
}
