const shortestSecret = 4;

/** A text without the secrets, as they are and as a URL writes them, and without what a URL asks for. */
export function redact(text: string, secrets: readonly string[]): string {
  const written = secrets
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap((secret) => [secret, encodeURIComponent(secret)]);
  const hidden = written.reduce((from, secret) => from.replaceAll(secret, '•••'), text);
  return hidden.replace(/([?&](?:api_?key|key|token|password)=)[^&\s]*/gi, '$1•••');
}
