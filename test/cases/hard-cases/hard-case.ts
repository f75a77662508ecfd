/** An input or a fault that must be stood, and what shows that it is. */
export type HardCase = { readonly id: string; readonly what: string } & (
  | { readonly tests: readonly Shown[]; readonly pending?: Pending }
  /** Why the case is not held here. */
  | { readonly reason: string }
);

/** A test, by the file that holds its title, or its name in a table of cases. */
export interface Shown {
  readonly file: string;
  readonly name: string;
}

/** The work that has still to bring the test of a case. */
export type Pending = "write" | "attack" | "inject";

/** Names the tests of one file. */
export const inFile =
  (file: string) =>
  (name: string): Shown => ({ file: `test/${file}`, name });
