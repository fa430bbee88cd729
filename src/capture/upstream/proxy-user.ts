/** Whom the URL of an outer proxy names, decoded. */

export interface ProxyUser {
  readonly username: string;
  readonly password: string;
}

/** Undefined where the URL names nobody. */
export function proxyUser({ username, password }: URL): ProxyUser | undefined {
  if (username === "" && password === "") return undefined;
  return { username: percentDecoded(username), password: percentDecoded(password) };
}

/** People also write a bare `%` into their proxy password. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
