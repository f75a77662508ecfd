/** Readers can try their code with this secret and the signatures. */
export const testSecret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";

/** For the body `test`. */
export const testSignature = "EBFFIb5qPH/teEFmjtwcIj6h80cl+X1DUy62D46tnu8=";

/** For the body `test` if the secret is not decoded from base64. */
export const undecodedSignature = "pKDrmsKUDJ7QeDwyOMtUcEi9aBl+BTnzxYIHSqjbfk4=";
