import type { ProductModel, StandingModel } from "../../model/model.js";
import type { Table } from "../blocks/block.js";
import { code, nameText, nothing, strong, text, toText, type Text } from "../blocks/text.js";
import { bullets, table } from "../blocks/write.js";
import { eventText } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { listBases, standingMark } from "../prose/standing-text.js";
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
      takes: [standingTable("Answer", products, ({ takes }) => takes, nameText)],
      bases: products.flatMap(({ name, sends, takes }) =>
        words.part("products", "bases", { name, sends: listBases(sends), takes: listBases(takes) }),
      ),
    }),
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
