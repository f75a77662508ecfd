import type { MarkdownText } from "../../print/text.js";
import { compileTemplate } from "../../print/template.js";
import type { Model } from "../../model/model.js";
import { collectTypes } from "../../version/collect.js";
import type { EnumView, ObjectView, View } from "../../version/view.js";
import type { OutputFile, TargetContext } from "../target.js";
import { findHolders, type Holders } from "./holders.js";
import { findOwnNames, type OwnNames } from "./own-names.js";
import { findPlanned, type Planned } from "./planned.js";
import { findUsages, type Usages } from "./usages.js";

/** Everything the pages are made from, worked out once. */
export interface Site {
  readonly view: View;
  readonly model: Model;
  /** The objects that have a page, by name: all but the envelopes of the events, whose pages hold them. */
  readonly objects: readonly ObjectView[];
  /** The named enums, by name, but for the error codes, which have a page of their own. */
  readonly enums: readonly EnumView[];
  /** The names of the objects that the POS sends, and of those that we answer. */
  readonly sent: ReadonlySet<string>;
  readonly answered: ReadonlySet<string>;
  readonly own: OwnNames;
  readonly usages: Usages;
  readonly planned: Planned;
  readonly holders: Holders;
  readonly render: (template: string, data: object) => MarkdownText;
}

/** Surveys what the pages of a view will be. */
export function surveySite(view: View, { model, template }: TargetContext): Site {
  const requests = view.events.map(({ request }) => request);
  const responses = view.events.map(({ response }) => response);
  const envelopes = new Set([...requests, ...responses].map(({ name }) => name));
  const { objects, enums } = collectTypes([...requests, view.errorRequest, ...responses]);
  const pages = objects.filter(({ name }) => !envelopes.has(name)).sort(byName);
  return {
    view,
    model,
    objects: pages,
    enums: enums.filter(({ name }) => name !== view.errorCodes?.name).sort(byName),
    sent: namesIn([...requests, view.errorRequest]),
    answered: namesIn(responses),
    own: findOwnNames(view.events, model),
    usages: findUsages(view, pages),
    planned: findPlanned(model),
    holders: findHolders(model, pages),
    render: createRenderer(template),
  };
}

/** Lays out pages, and compiles each template once. */
function createRenderer(template: TargetContext["template"]): Site["render"] {
  const layouts = new Map<string, ReturnType<typeof compileTemplate>>();
  return (name, data) => {
    const layout = layouts.get(name) ?? compileTemplate(template(`docs/${name}.hbs`));
    layouts.set(name, layout);
    return layout(data) as MarkdownText;
  };
}

/** Whoever looks for a name goes by the alphabet. */
const byName = (a: { name?: string }, b: { name?: string }): number =>
  (a.name ?? "") < (b.name ?? "") ? -1 : 1;

const namesIn = (roots: readonly ObjectView[]): ReadonlySet<string> =>
  new Set(collectTypes(roots).objects.map(({ name }) => name));

/** A definition that nothing refers to: Markdown's way to say what no reader needs to see. */
const banner =
  '[//]: # "Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again."';

/** A page of the docs, from its text; the blank lines that absent parts leave behind become one. */
export const pageFile = (path: string, text: MarkdownText): OutputFile => ({
  path: `docs/${path}`,
  content: `${banner}\n\n${text.trim().replace(/\n{3,}/g, "\n\n")}\n`,
});
