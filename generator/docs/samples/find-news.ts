/** What a body has that an earlier one does not. */
export interface News {
  /** Where it is, as a reader writes it: `session.lines[].quantity`. */
  readonly paths: readonly string[];
  /** The lines of its JSON, as `JSON.stringify` prints it with an indent, counted from 0. */
  readonly lines: readonly number[];
}

/**
 * Compares two requests that come after one another. If they tell of the same things, as those of one sale do, all that
 * differs is news; if not, only what stands at the top of the one and not of the other. Something that was true and is
 * false, or the other way round, is news everywhere; in what every request has, nothing else is.
 *
 * @param shared The properties at the top that every request has.
 */
export function findNewsInRequest(request: unknown, before: unknown, shared: ReadonlySet<string>): News {
  const isOfSame = isAlike(withoutParts(request, shared), withoutParts(before, shared));
  return toNews(
    listParts(request).flatMap(({ key, value, line }) => {
      const old = getPart(before, key);
      const found = compare(value, old, { path: key, line });
      const tellsAll = !shared.has(key) && (isOfSame || old === undefined);
      return tellsAll ? found : found.filter(({ isSwitch }) => isSwitch);
    }),
  );
}

/** Compares two answers that are given after one another, each part on its own: one that has little in common is new. */
export const findNewsInAnswer = (answer: unknown, before: unknown): News =>
  toNews(
    listParts(answer).flatMap(({ key, value, line }) => {
      const old = getPart(before, key);
      return compare(value, isAlike(value, old) ? old : undefined, { path: key, line });
    }),
  );

const toNews = (marks: readonly Mark[]): News => ({
  paths: [...new Set(marks.map(({ path }) => path))],
  lines: marks.flatMap(({ line, count }) => Array.from({ length: count }, (_, index) => line + index)),
});

const withoutParts = (body: unknown, names: ReadonlySet<string>): unknown =>
  isContainer(body) ? Object.fromEntries(Object.entries(body).filter(([name]) => !names.has(name))) : body;

interface Place {
  readonly path: string;
  readonly line: number;
}

/** Something new, how many lines it has, and whether it was true or false before, and is the other one now. */
interface Mark extends Place {
  readonly count: number;
  readonly isSwitch: boolean;
}

function compare(value: unknown, before: unknown, { path, line }: Place): Mark[] {
  if (isSame(value, before)) return [];
  if (!isContainer(value) || !isContainer(before) || Array.isArray(value) !== Array.isArray(before)) {
    const isSwitch = typeof value === "boolean" && typeof before === "boolean";
    return [{ path, line, count: countLines(value), isSwitch }];
  }
  return listParts(value).flatMap((part) => {
    const old = Array.isArray(before) ? findLike(part.value, before) : getPart(before, part.key);
    const inner = Array.isArray(value) ? `${path}[]` : `${path}.${part.key}`;
    return compare(part.value, old, { path: inner, line: line + part.line });
  });
}

/** The item that has most in common with a value, if any tells of the same. */
function findLike(value: unknown, items: readonly unknown[]): unknown {
  const likes = items.map((item) => ({ item, count: isAlike(value, item) ? countCommon(value, item) : 0 }));
  return likes.sort((a, b) => b.count - a.count).find(({ count }) => count > 0)?.item;
}

/** Whether at least half of what was told before is told again. */
const isAlike = (value: unknown, before: unknown): boolean =>
  countCommon(value, before) * 2 >= listLeaves(before).length;

function countCommon(one: unknown, other: unknown): number {
  const known = new Set(listLeaves(one));
  return listLeaves(other).filter((leaf) => known.has(leaf)).length;
}

/** Every value that is no object and no array, with its path. */
function listLeaves(value: unknown, path = ""): string[] {
  if (!isContainer(value)) return [`${path}=${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([key, inner]) =>
    listLeaves(inner, Array.isArray(value) ? `${path}[]` : `${path}.${key}`),
  );
}

/** The properties of an object, or the items of an array, and the lines where they begin in what holds them. */
function listParts(value: unknown) {
  let next = 1;
  return Object.entries(isContainer(value) ? value : {}).map(([key, part]: [string, unknown]) => {
    const line = next;
    next += countLines(part);
    return { key, value: part, line };
  });
}

/** An empty object or array stands on one line. */
function countLines(value: unknown): number {
  const parts = isContainer(value) ? Object.values(value) : [];
  return parts.length === 0 ? 1 : parts.reduce((lines: number, part) => lines + countLines(part), 2);
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;

const getPart = (value: unknown, key: string): unknown =>
  isContainer(value) && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
