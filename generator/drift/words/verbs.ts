/** Words that make a sentence of a short line, so that it is neither a heading nor the row of a table. */
const verbs: ReadonlySet<string> = new Set([
  ..."is are was were has have been be may can will must added works work contains contain".split(" "),
  ..."zijn werd werden wordt worden kan kunnen moet toegevoegd werkt werken bevat".split(" "),
]);

/** Whether one of the words makes a sentence of them. */
export const hasVerb = (words: readonly string[]): boolean =>
  words.some((word) => verbs.has(word.toLowerCase()));
