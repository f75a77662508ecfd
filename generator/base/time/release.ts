declare const brand: unique symbol;

/**
 * A release of the POS as one number, so that `<` orders releases: `59.3.2` is 59 0003 0002. A missing number is 0.
 */
export type Release = number & { readonly [brand]: "Release" };

export const releaseNotation = /^v?(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?$/;
const partSize = 10_000;

/** Before every numbered release. */
export const baseline = 0 as Release;

/** Parses a release, with or without a leading `v`; undefined if it is not one. */
export function parseRelease(text = ""): Release | undefined {
  const match = releaseNotation.exec(text);
  if (!match) return undefined;
  const [, major = "0", minor = "0", patch = "0"] = match;
  return ((Number(major) * partSize + Number(minor)) * partSize + Number(patch)) as Release;
}

/** The shortest notation: `59`, `59.3`, `59.3.2`. */
export function formatRelease(release: Release): string {
  const patch = release % partSize;
  const minor = Math.floor(release / partSize) % partSize;
  const major = Math.floor(release / partSize / partSize);
  if (patch > 0) return `${major}.${minor}.${patch}`;
  return minor > 0 ? `${major}.${minor}` : String(major);
}

/** For example 59 for 59.3.2. */
export const firstOfNumber = (release: Release): Release => (release - (release % partSize ** 2)) as Release;

export const byRelease = (a: Release, b: Release): number => a - b;

export const sortReleases = (releases: readonly Release[]): readonly Release[] =>
  [...new Set(releases)].sort(byRelease);
