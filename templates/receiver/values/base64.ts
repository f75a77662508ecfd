/** Encodes bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** Decodes canonical base64; undefined for any other text. */
export function fromBase64(text: string): Uint8Array | undefined {
  const bytes = decode(text);
  // Decoders overlook white space, missing padding and stray bits: only encoding again shows that nothing was lost.
  return bytes !== undefined && toBase64(bytes) === text ? bytes : undefined;
}

function decode(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
