/**
 * URLs that open a door by themselves: presigned ones, those with a password or a token. Members whose values are kept hold URLs
 * (templates, repositories, endpoints of subscriptions), and AWS takes such a one in any of them.
 */

/** RFC 3986 3.2.1: whatever stands before the last `@` of the authority. Prefixes as in `jdbc:mysql://` count as scheme. */
const USER = /^[a-z][a-z0-9+.:-]*:\/\/[^/?#]*@/i;

const URL_WITH_PARAMETERS = /^[a-z][a-z0-9+.:-]*:\/\/[^?#]*[?#](.*)$/is;

const TELLING_PARAMETER =
  /^(?:sig|pwd|code|key|auth|authorization)$|signature|token|secret|passw|credential|api[-_]?key|access[-_]?key/i;

/** True where the text is a URL with a user, or with a parameter that is named like a signature, token or password. */
export function carriesCredentials(text: string): boolean {
  if (USER.test(text)) return true;
  const parameters = URL_WITH_PARAMETERS.exec(text)?.[1] ?? "";
  return parameters.split(/[&;?#]/).some((one) => TELLING_PARAMETER.test(nameOf(one)));
}

function nameOf(parameter: string): string {
  const name = parameter.split("=", 1)[0] ?? "";
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
