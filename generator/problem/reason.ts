/** The operating system's reason in words, without the path it already names. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const words: Record<string, string> = {
    ENOENT: "it does not exist",
    ENOTDIR: "it is no folder",
    EISDIR: "it is a folder",
    EACCES: "permission is denied",
    EPERM: "permission is denied",
    ENOSPC: "the disk is full",
    EDQUOT: "the disk quota is used up",
    EMFILE: "too many files are open",
    ENFILE: "too many files are open",
    EBUSY: "it is in use",
    EXDEV: "it is on another file system",
    EROFS: "the file system is read-only",
    ELOOP: "its links go round in a circle",
    ENAMETOOLONG: "its name is too long",
  };
  return words[code] ?? (error instanceof Error ? error.message : String(error));
}
