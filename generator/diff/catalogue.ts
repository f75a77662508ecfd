import { eventKinds } from "./kinds/events.js";
import type { Kind, Meaning } from "./kinds/kind.js";
import { propertyKinds } from "./kinds/properties.js";
import { typeKinds } from "./kinds/types.js";
import type { Direction } from "../model/model.js";
import { toVisibleLine } from "../text/quote.js";

const catalogue = { ...eventKinds, ...propertyKinds, ...typeKinds };

export type ChangeCode = keyof typeof catalogue;

export const changeCodes = Object.keys(catalogue) as readonly ChangeCode[];

/** What a kind of change means in a direction; undefined where it cannot happen there. */
export const getMeaning = (code: ChangeCode, direction: Direction): Meaning | undefined =>
  (catalogue[code] as Kind)[direction];

/** The advice on one line, with the detail filled in and invisible characters escaped. */
export const formatAdvice = ([, advice]: Meaning, detail: string): string =>
  advice.replaceAll("{}", () => toVisibleLine(detail));
