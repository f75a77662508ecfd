import { renderTemplate } from "../../text/template.js";
import { banner } from "../../text/source-file.js";
import type { View } from "../../view/view.js";
import { listBodies } from "../../view/walk.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { toGuide } from "./guide.js";
import { listLenient } from "./lenient.js";
import { toModelSchemas } from "./model-schema.js";
import { toPhpTypes, type PhpType } from "./php-types.js";
import { renderModels } from "./render.js";
import { writings } from "./writings.js";

/** The target that writes the bodies as types of another language, which read and write JSON. */
export const models: Target<"models"> = {
  name: "models",
  summary: "requests and answers as types of C#, Go, Java, Kotlin, PHP, Python or Swift",
  needs: [],
  needsLanguage: true,
  reads: ["language"],
  emit: emitModels,
};

async function emitModels(view: View, context: TargetContext): Promise<readonly OutputFile[]> {
  const { language } = context;
  if (language === undefined) throw new Error("generate sees to it that there is a language");
  const schemas = toModelSchemas(view);
  const files =
    language === "php"
      ? [toPhpFile(toPhpTypes(schemas, listLenient(view)), context)]
      : await renderModels(schemas, listBodies(view).all, writings[language]);
  return [...files, toGuide(language, schemas, context)];
}

const toPhpFile = (types: readonly PhpType[], { template }: TargetContext): OutputFile => ({
  path: "models/Mplus.php",
  content: renderTemplate(template("models/classes.hbs"), { banner, types }),
});
