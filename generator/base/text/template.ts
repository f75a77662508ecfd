import Handlebars from "handlebars";

/** Templates hold no decisions and escape nothing: every value must already be fit for its place. A name that the data lacks is our bug and throws. */
const compileOptions = { noEscape: true, strict: true, knownHelpersOnly: true };

/** Makes a layout from a template. This file is the one door to Handlebars. */
export const compileTemplate = (template: string): ((data: object) => string) =>
  Handlebars.compile(template, compileOptions);
