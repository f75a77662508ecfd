import type { View } from "../../view/view.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { toGuide } from "./guide.js";
import { toModelSchemas } from "./model-schema.js";
import { writers } from "./writers.js";

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
  const files = await writers[language].write({ view, schemas }, context);
  return [...files, toGuide(language, schemas, context)];
}
