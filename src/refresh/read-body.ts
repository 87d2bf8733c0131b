import { RefreshError } from './refresh-error.ts';

/** The text of an answer, given up as soon as it is longer than it may be. */
export async function readBody(response: Response, source: string, mostBytes: number): Promise<string> {
  const refuse = () =>
    new RefreshError(
      'too large',
      `The answer of ${source} is larger than ${Math.round(mostBytes / 1e6)} MB and was not read.`,
    );
  if (Number(response.headers.get('content-length') ?? 0) > mostBytes) {
    await response.body?.cancel();
    throw refuse();
  }
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let [text, length] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > mostBytes) {
      await reader.cancel();
      throw refuse();
    }
    text += decoder.decode(value, { stream: true });
  }
}
