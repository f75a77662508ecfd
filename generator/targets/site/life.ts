import { formatRelease, type Release } from "../../time/release.js";

/** From when until when something exists, as releases are written: `59.3.2`; empty where it always did, or does. */
export interface Life {
  readonly since: string;
  readonly until: string;
}

export const always: Life = { since: "", until: "" };

/** The life of a page. */
export const lifeOf = ({ since, until }: { readonly since?: Release; readonly until?: Release }): Life => ({
  since: since === undefined ? "" : formatRelease(since),
  until: until === undefined ? "" : formatRelease(until),
});

/** The life that a cell of the column Since tells: empty, `v59.3.2`, `gone v59`, `v15.1, gone v59`. */
export const parseLife = (cell: string): Life => ({
  since: /^v([\d.]+)/.exec(cell)?.[1] ?? "",
  until: /\bgone v([\d.]+)/.exec(cell)?.[1] ?? "",
});

/** The attributes by which the release picker knows the life of an element. */
export const lifeAttributes = ({ since, until }: Life): readonly (readonly [string, string])[] => [
  ...(since === "" ? [] : [["data-since", since] as const]),
  ...(until === "" ? [] : [["data-until", until] as const]),
];
