import type { Direction } from "../../model/model.js";

/** What a sentence says that became of its subject. */
export type Deed = "added" | "removed" | "deprecated" | "fixed" | "changed" | "planned" | "denied";

/** Words, in the vendor's languages, that say what became of something, strongest first. */
const deedWords: readonly (readonly [Deed, string])[] = [
  ["fixed", "fixed fix fixes fixing resolved solved bugfix bugfixes opgelost hersteld verholpen fout fouten"],
  ["denied", "not no never niet geen nooit"],
  ["removed", "removed dropped deleted gone verwijderd vervallen verdwenen"],
  ["deprecated", "deprecated obsolete verouderd uitgefaseerd"],
  ["planned", "planned upcoming future gepland toekomstige binnenkort"],
  [
    "changed",
    "changed changes renamed improved modified moved gewijzigd wijzigingen aangepast verbeterd hernoemd veranderd",
  ],
  [
    "added",
    "added adds new introduced introduces available toegevoegd nieuw nieuwe toevoeging toevoegingen beschikbaar",
  ],
];

const deeds: ReadonlyMap<string, Deed> = new Map(
  deedWords.flatMap(([deed, words]) => words.split(" ").map((word) => [word, deed] as const)),
);

/** What the words of a sentence, or of a heading, say that was done; undefined if they do not say it. */
export function findDeed(words: readonly string[]): Deed | undefined {
  const found = new Set(words.map((word) => deeds.get(word)));
  return deedWords.map(([deed]) => deed).find((deed) => found.has(deed));
}

/** Why a sentence with such a deed is no claim, and what to write if handlers notice it. */
export const hints: Readonly<Record<Exclude<Deed, "added">, string>> = {
  denied: "it says what is not: read it",
  fixed: "it tells of a fix: a note (`x-notes`), if who answers tills can notice it",
  removed: "it says that something is gone: `x-removed-in`",
  deprecated: "it says that something is not to be used any more: `x-deprecated-in`",
  planned: "it announces something: `x-planned`",
  changed: "it tells of a change: `x-was`, `required`, or a note (`x-notes`)",
};

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** What a word is in a sentence, apart from names and deeds. */
export const wordKinds = {
  /** Before, or behind, the name of a property. */
  property: set(
    "property properties eigenschap eigenschappen field fields veld velden attribute attribuut parameter key option optie",
  ),
  event: set("event events webhook webhooks gebeurtenis gebeurtenissen"),
  value: set("value values waarde waarden"),
  preposition: set("to on for in of at within aan op voor in bij van binnen"),
  conjunction: set("and en or of both zowel als also ook"),
  filler: set(
    "the a an de het een is are was were has have heeft hebben met been be can may now it this these deze dit zijn werd werden wordt worden kan kunnen er nu since as from with vanaf sinds met release version versie",
  ),
} as const;

/** Words that say on which side something is. */
export const sideWords: ReadonlyMap<string, Direction> = new Map([
  ..."request requests verzoek verzoeken aanvraag".split(" ").map((word) => [word, "request"] as const),
  ..."response responses answer answers reply replies antwoord antwoorden"
    .split(" ")
    .map((word) => [word, "response"] as const),
]);
