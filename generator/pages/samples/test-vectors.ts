/** A secret that readers can try their code with, and signatures that were made with it. */
export const testSecret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";

/** The signature of the body `test`. */
export const testSignature = "EBFFIb5qPH/teEFmjtwcIj6h80cl+X1DUy62D46tnu8=";

/** What comes out for the body `test` if the secret is not decoded from base64. */
export const undecodedSignature = "pKDrmsKUDJ7QeDwyOMtUcEi9aBl+BTnzxYIHSqjbfk4=";
