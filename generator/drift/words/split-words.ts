/** The words of a text, with the marks at their ends. */
export const splitWords = (text: string): readonly string[] => text.split(/\s/).filter(Boolean);
