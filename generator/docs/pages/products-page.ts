import type { ProductModel, StandingModel } from "../../model/model.js";
import type { Block, Table } from "../blocks/block.js";
import { code, nameText, nothing, strong, text, toText, type Text } from "../blocks/text.js";
import { bullets, heading, section, table, toBlocks } from "../blocks/write.js";
import { eventText, linkToEventsAndAnswers } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { listBases, standingLegend, standingMark } from "../prose/standing-text.js";
import type { Survey } from "../survey/survey.js";

/** The page of the vendor's products: which of them sends which event, and takes which answer. */
export function productsPage({ model, view }: Survey): Page {
  const { products } = model;
  return {
    path: pagePaths.products,
    group: "reference",
    title: text`Products`,
    blocks: toBlocks(
      "Not only the POS sends webhooks. Too little is known of the other products to hold it against a request or an answer: the types and the checks are the same for all.",
      ...bullets(products.map(productText)),
      "In the tables:",
      ...bullets(standingLegend),
      ...section("Which product sends which event", [
        standingTable(
          "Event",
          products,
          ({ sends }) => sends,
          (name) => eventText(name, view),
        ),
      ]),
      ...section(
        "Which product takes which answer",
        [standingTable("Answer", products, ({ takes }) => takes, nameText)],
        text`Whether an event takes an answer at all is another question: see ${linkToEventsAndAnswers}.`,
      ),
      ...section("What that rests on", products.flatMap(listProductBases)),
    ),
  };
}

function productText({ name, description, productName }: ProductModel): Text {
  const known = productName === undefined ? nothing : text` (in requests ${code(productName)})`;
  return text`${strong(name)}${known}: ${description}`;
}

/** A row for each event, or each answer; a column for each product. */
function standingTable(
  title: string,
  products: readonly ProductModel[],
  select: (product: ProductModel) => readonly StandingModel[],
  toName: (name: string) => Text,
): Table {
  const names = products[0] ? select(products[0]).map(({ name }) => name) : [];
  return table(
    [title, ...products.map(({ name }) => toText(name))],
    names.map((row) => [
      toName(row),
      ...products.flatMap((product) =>
        select(product)
          .filter(({ name }) => name === row)
          .map(standingMark),
      ),
    ]),
  );
}

const listProductBases = ({ name, sends, takes }: ProductModel): Block[] => [
  heading(3, name),
  ...toBlocks("What it sends:"),
  ...listBases(sends),
  ...toBlocks("What it takes:"),
  ...listBases(takes),
];
