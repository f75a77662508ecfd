import { joinParts } from "../../docs/samples/receiver-parts.js";
import { exportSecret } from "../../docs/samples/test-vectors.js";
import type { Definitions } from "../../schema/schemas.js";
import { withPageBanner } from "../../text/source-file.js";
import type { Language } from "../language.js";
import type { OutputFile, TargetContext } from "../target.js";
import { describeShop } from "./shop.js";
import { writers, type Writer } from "./writers.js";

type Texts = Pick<TargetContext, "template" | "layout">;

/** How to use the models of a language, and what no type says. */
export function toGuide(language: Language, schemas: Definitions, texts: Texts): OutputFile {
  const { receiver } = writers[language];
  const limits = texts.template("models/limits.md").trimEnd();
  const shown = receiver ? toReceiver(receiver, schemas, texts) : {};
  const text = texts.layout(`models/${language}.hbs`)({ ...shown, limits });
  return { path: "models/README.md", content: withPageBanner(text) };
}

const toReceiver = (
  { parts, shop }: Required<Writer>["receiver"],
  schemas: Definitions,
  { template, layout }: Texts,
) => ({
  receiver: joinParts(parts, template),
  shop: layout(shop)(describeShop(schemas)).trimEnd(),
  exportSecret,
});
