/** A program whose template is kept in parts, one of which is not the same wherever it is shown. */
export interface Parts {
  /** Paths of templates, in their order. */
  readonly head: string;
  readonly answer: string;
  readonly tail: string;
  /** What stands between two parts. */
  readonly gap: string;
}

const toParts = (extension: string, gap: string): Parts => ({
  head: `pages/samples/receiver.head.${extension}`,
  answer: `pages/samples/receiver.answer.${extension}`,
  tail: `pages/samples/receiver.tail.${extension}`,
  gap,
});

/** The receivers that are shown twice: here with what answers plain JSON, in the guides of the models with types. */
export const receiverParts = {
  php: toParts("php", "\n\n"),
  python: toParts("py", "\n\n\n"),
};

/** The code of all parts, without the end of its last line. */
export const joinParts = ({ head, answer, tail, gap }: Parts, template: (path: string) => string): string =>
  [head, answer, tail].map((path) => template(path).trimEnd()).join(gap);
