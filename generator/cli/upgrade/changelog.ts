/**
 * The sections of a changelog that another one lacks: those of its versions. Where it has no other versions, what is in no version yet,
 * if that differs.
 */
export function findNewSections(changelog: string, known: string): string {
  const knownSections = splitSections(known);
  const headings = new Set(knownSections.map(readHeading));
  const others = splitSections(changelog).filter((section) => !knownSections.includes(section));
  const versions = others.filter(
    (section) => isVersion(readHeading(section)) && !headings.has(readHeading(section)),
  );
  const unreleased = others.filter((section) => !isVersion(readHeading(section)));
  return (versions.length > 0 ? versions : unreleased).join("\n\n");
}

const splitSections = (text: string): readonly string[] =>
  text
    .replaceAll("\r\n", "\n")
    .split(/^(?=## )/m)
    .filter((section) => section.startsWith("## "))
    .map((section) => section.trim());

/** Its first word: a day may follow. */
const readHeading = (section: string): string => /^## \[?([^\s\]]*)/.exec(section)?.[1] ?? "";

const isVersion = (heading: string): boolean => /^v?\d/.test(heading);
