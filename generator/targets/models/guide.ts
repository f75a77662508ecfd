import { joinParts, receiverParts, type Parts } from "../../docs/samples/receiver-parts.js";
import type { Definitions } from "../../schema/definitions.js";
import { withPageBanner } from "../../text/source-file.js";
import { renderTemplate } from "../../text/template.js";
import type { Language } from "../language.js";
import type { OutputFile, TargetContext } from "../target.js";
import { describeShop } from "./shop.js";

/** How to use the models of a language, and what no type says. */
export function toGuide(
  language: Language,
  schemas: Definitions,
  { template }: Pick<TargetContext, "template">,
): OutputFile {
  const own = template(`models/${language}.hbs`);
  const limits = template("models/limits.md").trimEnd();
  const data = language === "php" || language === "python" ? toReceiver(language, schemas, template) : {};
  return { path: "models/README.md", content: withPageBanner(renderTemplate(own, { ...data, limits })) };
}

/** The receivers that the docs have for who generates nothing, with what answers in the types of the models. */
const receivers: Readonly<Record<"php" | "python", Parts>> = {
  php: { ...receiverParts.php, answer: "models/answer.php" },
  python: { ...receiverParts.python, answer: "models/answer.py" },
};

const toReceiver = (
  language: keyof typeof receivers,
  schemas: Definitions,
  template: TargetContext["template"],
) => ({
  receiver: joinParts(receivers[language], template),
  shop: renderTemplate(template(`models/shop-${language}.hbs`), describeShop(schemas)).trimEnd(),
});
