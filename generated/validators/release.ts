// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

const partSize = 10_000;

/**
 * A POS release as one number, so that order is `<`: `59.3.2` is 59 0003 0002. Undefined for what is not
 * `major[.minor[.patch]]`, with or without a leading `v`.
 */
export function parseRelease(text: unknown): number | undefined {
  const match = typeof text === "string" ? /^v?(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?$/.exec(text) : null;
  if (!match) return undefined;
  return (Number(match[1]) * partSize + Number(match[2] ?? 0)) * partSize + Number(match[3] ?? 0);
}

/** The shortest spelling: `59`, `59.3`, `59.3.2`. */
export function formatRelease(release: number): string {
  const patch = release % partSize;
  const minor = Math.floor(release / partSize) % partSize;
  const major = Math.floor(release / partSize / partSize);
  if (patch > 0) return `${major}.${minor}.${patch}`;
  return minor > 0 ? `${major}.${minor}` : String(major);
}
