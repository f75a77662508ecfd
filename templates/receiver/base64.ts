/** Bytes as base64 text. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** The bytes of a text that is canonical base64; undefined of any other. */
export function fromBase64(text: string): Uint8Array | undefined {
  const bytes = decode(text);
  // Decoders overlook white space, missing padding and stray bits: only the way back shows that nothing was lost.
  return bytes !== undefined && toBase64(bytes) === text ? bytes : undefined;
}

function decode(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
