import { createRequire } from "node:module";
import type Handlebars from "handlebars";

/** Loads Handlebars where it is needed: most runs need only the part that lays out what the build has compiled. */
const loadHandlebars = createRequire(import.meta.url) as (name: string) => typeof Handlebars;

/** Templates hold no decisions and escape nothing: every value must already be fit for its place. A name that the data lacks is our bug and throws. */
const compileOptions = { noEscape: true, strict: true, knownHelpersOnly: true };

/** Templates that the build has compiled, by their paths. */
export type Layouts = Readonly<Record<string, TemplateSpecification>>;

/** Makes a layout from a template, or from what the build has made of it. This file is the one door to Handlebars. */
export const compileTemplate = (template: string, built?: Layouts[string]): ((data: object) => string) =>
  built
    ? loadHandlebars("handlebars/runtime").template(built)
    : loadHandlebars("handlebars").compile(template, compileOptions);

/** The code of what the build makes of a template. */
export const precompileTemplate = (template: string): string =>
  loadHandlebars("handlebars").precompile(template, compileOptions) as unknown as string;
