import { boundKinds } from "./kinds/bounds.js";
import { eventKinds } from "./kinds/events.js";
import type { Kind, Meaning } from "./kinds/kind.js";
import { propertyKinds } from "./kinds/properties.js";
import { typeKinds } from "./kinds/types.js";
import type { Direction } from "../model/model.js";

const catalogue = { ...eventKinds, ...propertyKinds, ...typeKinds, ...boundKinds };

export type ChangeCode = keyof typeof catalogue;

export const changeCodes = Object.keys(catalogue) as readonly ChangeCode[];

/** What a kind of change means in a direction; undefined where it cannot happen there. */
export const meaningOf = (code: ChangeCode, direction: Direction): Meaning | undefined =>
  (catalogue[code] as Kind)[direction];

/** The advice on one line, with the detail filled in and invisible characters escaped. */
export const adviceOf = ([, advice]: Meaning, detail: string): string =>
  advice.replaceAll("{}", () => detail.replace(/\s+/g, " ").trim().replace(hidden, escapeChar));

const hidden = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

const escapeChar = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
