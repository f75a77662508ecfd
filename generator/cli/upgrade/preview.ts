/** What another mplus-codegen would do, as it says itself. */
export interface Preview {
  /** The version that runs here, and the one that was asked. */
  readonly from: string;
  readonly to: string;
  /** What its changelog has and ours has not, in Markdown. */
  readonly changelog: string;
  readonly outputs: readonly PreviewedOutput[];
}

/** One folder of output. */
export interface PreviewedOutput {
  readonly out: string;
  /** Every file but the stamp. */
  readonly files: readonly PreviewedFile[];
  /** All that would be written, the stamp too. */
  readonly patch: string;
}

export interface PreviewedFile {
  readonly path: string;
  readonly target: string;
  readonly action: "create" | "change" | "unchanged" | "delete";
  readonly added: number;
  readonly removed: number;
}

/** Whether anything that was generated would change. The stamp is no code: it names the version that wrote the folder. */
export const isChanged = ({ files }: PreviewedOutput): boolean =>
  files.some(({ action }) => action !== "unchanged");
