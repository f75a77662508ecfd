const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentences of a text; a forced break ends one, too. */
export const splitSentences = (text: string): readonly string[] =>
  text
    .split("\n")
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter(Boolean);
