/** What GitHub shows at a line, or at a file as a whole. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  /** The path starts at the folder of the repository. */
  readonly file?: string;
  readonly line?: number;
  readonly title: string;
  readonly message: string;
}

/** Formats an annotation as a GitHub workflow command. */
export function formatAnnotation({ level, file, line, title, message }: Annotation): string {
  const properties = Object.entries({ file, line, title }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(`${value}`)}`],
  );
  return `::${level} ${properties.join(",")}::${escapeData(message)}\n`;
}

/** Escapes as GitHub's own toolkit does, so that no text can end the command or begin another. */
const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
