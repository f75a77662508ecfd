import { splitWords } from "./property-table.js";

/** Lines around the text of a page, in English or Dutch. */
const furniture: readonly RegExp[] = [
  /^(?:©|\(c\)|copyright\b)/i,
  /^(?:last (?:updated|modified|changed)|laatst (?:bijgewerkt|gewijzigd))\b[^.!?]*$/i,
  /^(?:posted|published|geplaatst|gepubliceerd) (?:on|op) [^.!?]+$/i,
  /^(?:privacy|terms|contact|cookies|disclaimer|sitemap|voorwaarden)(?: \w+)?$/i,
  /^(?:previous|next|vorige|volgende):? [^.!?]+$/i,
  /^(?:was this page helpful|was deze pagina nuttig)\?/i,
];

/** In a bar of links, after the first one. */
const link = /^ ?(?:privacy|terms|contact|cookies|disclaimer|sitemap|voorwaarden)\b[^.!?]*$/i;

/** A row of a table begins with a bar. */
const isBarOfLinks = (line: string): boolean =>
  !line.startsWith("|") &&
  line
    .split(/[|·•]/)
    .slice(1)
    .some((part) => link.test(part));

const maxWords = 12;

/** False for a line that names a release or a part of a path: somebody has to read it. */
export const isFurniture = (line: string): boolean =>
  isShort(line, maxWords) && (isBarOfLinks(line.trim()) || furniture.some((form) => form.test(line.trim())));

const isShort = (line: string, words: number): boolean =>
  splitWords(line).length <= words && !/\bv\d|\w\.[a-z]|\[\]/.test(line);

/** A menu or a breadcrumb above the title: names of at most three words, without a number or a full stop. */
export const isNavigation = (line: string): boolean =>
  line.split(/ [>›»/|·] /).every((name) => isShort(name, 3) && !/[\d.:!?]/.test(name)) || isFurniture(line);
