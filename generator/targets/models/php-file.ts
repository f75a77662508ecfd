import { banner } from "../../text/source-file.js";
import type { OutputFile, TargetContext } from "../target.js";
import { listLenient } from "./lenient.js";
import type { Contract } from "./model-schema.js";
import { toPhpTypes } from "./php-types.js";

/** Writes the models in PHP. */
export const writePhp = (
  { view, schemas }: Contract,
  { layout }: Pick<TargetContext, "layout">,
): OutputFile => ({
  path: "models/Mplus.php",
  content: layout("models/classes.hbs")({ banner, types: toPhpTypes(schemas, listLenient(view)) }),
});
