import { outputOptions } from "../options.js";

/** The languages of the target `models`, by the names of the option. */
export const languages = outputOptions.language.choices;

/** What the target `models` is written in. */
export type Language = (typeof languages)[number];
