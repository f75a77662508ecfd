declare const brand: unique symbol;

/**
 * Text that is fit for one kind of output. The brand keeps a raw string of the spec out of output where it could end
 * a comment, a literal or a table cell.
 */
export type Branded<Kind extends string> = string & { readonly [brand]: Kind };
