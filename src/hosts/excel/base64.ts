/** Bytes in the sixty-four characters that the interface of Excel takes them in. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  // A call takes so many arguments and no more.
  for (let from = 0; from < bytes.length; from += 0x8000)
    text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(text);
}
