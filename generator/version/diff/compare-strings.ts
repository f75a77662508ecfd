import type { EnumModel } from "../../model/model.js";
import type { EnumTree, StringTree, TextTree } from "../tree.js";
import { found, type Finding } from "./change.js";
import { compareBound } from "./compare-bounds.js";

/** What changed between two kinds of text; `errorCodes` is the title of the enum of the error codes. */
export function compareStrings(
  old: StringTree,
  now: StringTree,
  errorCodes: string | undefined,
): readonly Finding[] {
  if (old.values && now.values) return compareEnums(old, now, errorCodes);
  if (old.values) return [found("enum-to-text")];
  if (now.values) return [found("text-to-enum")];
  return compareTexts(old, now);
}

function compareEnums(old: EnumTree, now: EnumTree, errorCodes: string | undefined): Finding[] {
  const isCodes = errorCodes !== undefined && now.model.title === errorCodes;
  const isOpen = old.open && now.open;
  const added = isCodes ? "error-code-added" : isOpen ? "open-enum-value-added" : "enum-value-added";
  const removed = isCodes ? "error-code-removed" : isOpen ? "open-enum-value-removed" : "enum-value-removed";
  return [
    ...beyond(now.values, old.values).map((value) => found(added, JSON.stringify(value))),
    ...beyond(old.values, now.values).map((value) => found(removed, JSON.stringify(value))),
    ...(now.open && !old.open ? [found("enum-opened")] : []),
    ...(old.open && !now.open ? [found("enum-closed")] : []),
    ...retitled(old.model, now.model),
    ...(old.model === now.model ? [] : redescribed(old, now)),
  ];
}

const beyond = (values: EnumTree["values"], others: EnumTree["values"]): string[] =>
  [...values.keys()].filter((value) => !others.has(value)).sort();

/** The type of the same thing goes by another name. */
export const retitled = (old: { title?: string }, now: { title?: string }): Finding[] =>
  old.title === now.title || old.title === undefined || now.title === undefined
    ? []
    : [found("type-renamed", `${old.title} is now ${now.title}`)];

function redescribed(old: EnumTree, now: EnumTree): Finding[] {
  const meaning = ({ values }: EnumModel, value: string) => {
    const found = values.find((candidate) => candidate.value === value);
    return JSON.stringify([found?.description, found?.advice]);
  };
  return [...now.values.keys()]
    .filter((value) => old.values.has(value) && meaning(old.model, value) !== meaning(now.model, value))
    .map((value) => found("enum-value-described", JSON.stringify(value)));
}

const compareTexts = (old: TextTree, now: TextTree): Finding[] => [
  ...compareFormats(old.formats, now.formats),
  ...(old.hint === now.hint ? [] : [found("format-hint-changed", now.hint ?? "none")]),
  ...compareBound("min-length", old.minLength, now.minLength),
  ...compareBound("max-length", old.maxLength, now.maxLength),
];

function compareFormats(old: TextTree["formats"], now: TextTree["formats"]): Finding[] {
  if (old === undefined || now === undefined) {
    if (old === now) return [];
    return [old === undefined ? found("format-added", listOf(now)) : found("format-removed", listOf(old))];
  }
  const lost = old.filter((format) => !now.includes(format));
  const gained = now.filter((format) => !old.includes(format));
  if (lost.length === 0 && gained.length === 0) return [];
  if (lost.length === 0) return [found("format-widened", listOf(now))];
  return [found(gained.length === 0 ? "format-narrowed" : "format-changed", listOf(now))];
}

const listOf = (formats: TextTree["formats"] = []): string => formats.join(" or ");
