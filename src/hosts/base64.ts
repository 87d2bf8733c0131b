/** Bytes as text of sixty-four characters, for where only text can go. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  // A call takes so many arguments and no more.
  for (let from = 0; from < bytes.length; from += 0x8000)
    text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(text);
}

/** The bytes of such a text. @throws where it is none. */
export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
