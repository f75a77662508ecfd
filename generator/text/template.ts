import Handlebars from "handlebars";

/**
 * Makes a layout from a template. The one door to Handlebars: templates hold no decisions and escape nothing, so
 * every value must already be fit for its place; a name that the data lacks is our bug and throws.
 */
export const compileTemplate = (template: string): ((data: object) => string) =>
  Handlebars.compile(template, { noEscape: true, strict: true, knownHelpersOnly: true });

/** Lays out a file whose template is used once. */
export const renderTemplate = (template: string, data: object): string => compileTemplate(template)(data);

/** What is wrong with a template: a fault of ours, which tests find. */
export class TemplateFault extends Error {
  constructor(path: string, reason: string) {
    super(`The template ${path} cannot be used: ${reason}.`);
  }
}
