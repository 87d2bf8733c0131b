/** An input that cannot be used. The message is one sentence or two: which input, what is allowed, the nearest match. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
