const word = /^[a-z][A-Za-z]*\d{0,4}$/;

/**
 * Whether a name that a body made up may be printed: a word, as names of properties and events are. Whatever else stands
 * there may be data, or a secret, that somebody uses as a name.
 */
export const isPlainName = (name: string): boolean => name.length <= 64 && word.test(name);
