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

interface Receiver {
  readonly extension: string;
  /** The function that answers, in the receiver that the docs have for who generates nothing. */
  readonly answer: RegExp;
}

const receivers: Readonly<Record<"php" | "python", Receiver>> = {
  php: { extension: "php", answer: /^\/\*\* Answers the till\..*?^}\n\n/ms },
  python: { extension: "py", answer: /^def answer\(.*?(?=^def )/ms },
};

/** That receiver once more, with what answers in the types of the models: there is one text of all the rest. */
function toReceiver(
  language: keyof typeof receivers,
  schemas: Definitions,
  template: TargetContext["template"],
) {
  const { extension, answer } = receivers[language];
  const receiver = template(`pages/samples/receiver.${extension}`);
  if (!answer.test(receiver)) throw new Error("the receiver of the docs has no function that answers");
  return {
    receiver: receiver.replace(answer, () => template(`models/answer.${extension}`)).trimEnd(),
    shop: renderTemplate(template(`models/shop-${language}.hbs`), describeShop(schemas)).trimEnd(),
  };
}
