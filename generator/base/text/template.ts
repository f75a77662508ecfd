import Handlebars from "handlebars";

/**
 * Templates make no decisions and escape nothing: values arrive ready for their place. An unknown name is our bug and
 * throws.
 */
const compileOptions = { noEscape: true, strict: true, knownHelpersOnly: true };

/** Compiles a template. Only this file imports Handlebars. */
export const compileTemplate = (template: string): ((data: object) => string) =>
  Handlebars.compile(template, compileOptions);
