import type { Release } from "../../time/release.js";
import type { MarkdownText } from "../../text/escape.js";
import { compileTemplate } from "../../text/template.js";
import type { Model } from "../../model/model.js";
import { buildView } from "../../view/build-view.js";
import { collectTypes, objectsOf } from "../../view/collect.js";
import { fleetOf } from "../../time/fleet.js";
import type { EnumView, ObjectView, View } from "../../view/view.js";
import { findHolders, type Holders } from "./property-pages.js";
import { findInstances, type Instance } from "./object-instances.js";
import { findOwnNames, type OwnNames } from "./own-names.js";
import { findPlanned, type Planned } from "./planned.js";
import { findUsages, type Usages } from "./usages.js";
import { toWholeView } from "./whole-view.js";

/** Everything the pages are made from, worked out once. */
export interface Survey {
  /** All that there ever was, with its releases: what the pages show. */
  readonly view: View;
  /** What the fleet sees of it. */
  readonly seen: View;
  readonly seenObjects: ReadonlyMap<string, ObjectView>;
  /** The view of a single release; nothing where no event of it could be answered. */
  readonly viewAt: (release: Release) => View | undefined;
  /** Every object in the examples, by the name of its type. */
  readonly instances: ReadonlyMap<string, readonly Instance[]>;
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

/** What the pages are made from besides the view. */
export interface SurveySources {
  readonly model: Model;
  readonly template: (path: string) => string;
}

/** Surveys what the pages of a view will be. */
export function takeSurvey(view: View, { model, template }: SurveySources): Survey {
  const whole = toWholeView(view, model);
  const requests = whole.events.map(({ request }) => request);
  const responses = whole.events.map(({ response }) => response);
  const envelopes = new Set([...requests, ...responses].map(({ name }) => name));
  const { objects, enums } = collectTypes([...requests, whole.errorRequest, ...responses]);
  const pages = objects.filter(({ name }) => !envelopes.has(name)).sort(byName);
  return {
    view: whole,
    seen: view,
    seenObjects: objectsOf(view),
    viewAt: createLookup(model),
    instances: findInstances(whole, model.examples),
    model,
    objects: pages,
    enums: enums.filter(({ name }) => name !== whole.errorCodes?.name).sort(byName),
    sent: namesIn([...requests, whole.errorRequest]),
    answered: namesIn(responses),
    own: findOwnNames(whole.events, model),
    usages: findUsages(whole, pages),
    planned: findPlanned(model),
    holders: findHolders(model, pages),
    render: createRenderer(template),
  };
}

/** Builds the view of each release once. */
function createLookup(model: Model): Survey["viewAt"] {
  const views = new Map<Release, View | undefined>();
  return (release) => {
    if (!views.has(release)) {
      const view = buildView(model, fleetOf(release, model));
      views.set(release, view.ok ? view.value : undefined);
    }
    return views.get(release);
  };
}

/** Lays out pages, and compiles each template once. */
function createRenderer(template: SurveySources["template"]): Survey["render"] {
  const layouts = new Map<string, ReturnType<typeof compileTemplate>>();
  return (name, data) => {
    const layout = layouts.get(name) ?? compileTemplate(template(`pages/${name}.hbs`));
    layouts.set(name, layout);
    return layout(data) as MarkdownText;
  };
}

/** Whoever looks for a name goes by the alphabet. */
const byName = (a: { name?: string }, b: { name?: string }): number =>
  (a.name ?? "") < (b.name ?? "") ? -1 : 1;

const namesIn = (roots: readonly ObjectView[]): ReadonlySet<string> =>
  new Set(collectTypes(roots).objects.map(({ name }) => name));
