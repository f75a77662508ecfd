import Handlebars from "handlebars";

/**
 * Lays out a file. The one door to Handlebars: templates hold no decisions and escape nothing, so every value
 * must already be fit for its place; a name that the data lacks is our bug and throws.
 */
export function renderTemplate(template: string, data: object): string {
  const render = Handlebars.compile(template, { noEscape: true, strict: true, knownHelpersOnly: true });
  return render(data);
}
