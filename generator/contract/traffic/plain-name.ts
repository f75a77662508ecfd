/** False for a property's name that may be data or a secret: it is not a plain word. */
export const isPlainName = (name: string): boolean =>
  name.length <= 64 && /^[a-z][A-Za-z]*\d{0,2}$/.test(name);

/** An object with more unknown names than this uses data as names. */
export const maxSiblings = 20;
