/** A text up to the end of its first sentence. */
export const firstSentence = (prose: string): string => /^.*?[.!?](?=\s|$)/s.exec(prose)?.[0] ?? prose;
