/** Hands out the ids of one page, each once. */
export type TakeAnchor = (wanted: string) => string;

/** Ids as GitHub makes them: the second `answers` of a page becomes `answers-1`. */
export function createAnchors(): TakeAnchor {
  const taken = new Set<string>();
  return (wanted) => {
    let anchor = wanted;
    for (let count = 1; taken.has(anchor); count++) anchor = `${wanted}-${count}`;
    taken.add(anchor);
    return anchor;
  };
}

/** The anchor of a row of a table: `property-scanCode`. Names keep their case, as they are written on the wire. */
export const rowAnchor = (kind: string, name: string): string =>
  `${kind}-${name.replace(/[^\p{L}\p{N}_.-]+/gu, "-").slice(0, 80)}`;

/** A link to an anchor of the same page. */
export const toFragment = (anchor: string): string => `#${encodeURIComponent(anchor)}`;
