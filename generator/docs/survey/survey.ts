import type { Release } from "../../time/release.js";
import type { Album } from "../../lattice/snapshot.js";
import type { Model } from "../../model/model.js";
import { createViewLookup } from "../../view/build-view.js";
import { collectTypes, findObjects } from "../../view/walk.js";
import type { NamedEnumView, ObjectView, View } from "../../view/view.js";
import { findAsides, type Asides } from "./asides.js";
import { rankByFlows, type FlowRanks } from "./flow-ranks.js";
import { findPropertyPages, type PropertyPages } from "./property-pages.js";
import { findInstances, type Instance } from "./object-instances.js";
import { findOwnNames, type OwnNames } from "./own-names.js";
import { findQuestions, type Questions } from "./questions.js";
import { findUsages, type Usages } from "./usages.js";
import { toWholeView } from "./whole-view.js";

/** Everything the pages are made from, worked out once. */
export interface Survey {
  /** What the pages show: the whole contract, of every release. */
  readonly view: View;
  /** The part of it that the fleet can use. */
  readonly fleetView: View;
  readonly fleetObjects: ReadonlyMap<string, ObjectView>;
  /** The view of a single release; undefined if no event of it could be answered. */
  readonly viewAt: (release: Release) => View | undefined;
  /** Every object in the examples, by the name of its type. */
  readonly instances: ReadonlyMap<string, readonly Instance[]>;
  /** How early each example comes in a flow: see `rankByFlows`. */
  readonly flowRanks: FlowRanks;
  readonly album: Album;
  readonly model: Model;
  /** The objects that have a page, by name: all but requests and responses, which are on the pages of their events. */
  readonly objects: readonly ObjectView[];
  /** The named enums, by name, without the error codes, which have a page of their own. */
  readonly enums: readonly NamedEnumView[];
  /** The names of the objects that the POS sends, and of those that we answer. */
  readonly sent: ReadonlySet<string>;
  readonly answered: ReadonlySet<string>;
  readonly own: OwnNames;
  readonly usages: Usages;
  readonly asides: Asides;
  readonly propertyPages: PropertyPages;
  readonly questions: Questions;
}

/** Works out what the pages of a view need. */
export function takeSurvey(view: View, album: Album): Survey {
  const { model } = album;
  const whole = toWholeView(view, album);
  const requests = whole.events.map(({ request }) => request);
  const responses = whole.events.map(({ response }) => response);
  const envelopes = new Set([...requests, ...responses].map(({ name }) => name));
  const { objects, enums } = collectTypes([...requests, whole.errorRequest, ...responses]);
  const pages = objects.filter(({ name }) => !envelopes.has(name)).sort(byName);
  return {
    view: whole,
    fleetView: view,
    fleetObjects: findObjects(view),
    viewAt: createViewLookup(album),
    instances: findInstances(whole, model.examples),
    flowRanks: rankByFlows(model),
    album,
    model,
    objects: pages,
    enums: enums.filter(({ name }) => name !== whole.errorCodes?.name).sort(byName),
    sent: namesIn([...requests, whole.errorRequest]),
    answered: namesIn(responses),
    own: findOwnNames(whole.events, model),
    usages: findUsages(whole, pages),
    asides: findAsides(model),
    propertyPages: findPropertyPages(model, pages),
    questions: findQuestions(model),
  };
}

/** Readers look for a name by the alphabet. */
const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);

const namesIn = (roots: readonly ObjectView[]): ReadonlySet<string> =>
  new Set(collectTypes(roots).objects.map(({ name }) => name));
