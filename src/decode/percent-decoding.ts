/**
 * Percent-decoding that never throws: what is not a valid escape stays as it was sent, because a request that a server
 * accepts must not be lost for a stray `%`.
 */

const ESCAPES = /(?:%[0-9A-Fa-f]{2})+/g;

function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return Buffer.from(run.replaceAll("%", ""), "hex").toString("latin1");
  }
}

/** RFC 3986 2.1, for paths and labels: `+` stays. Bytes that are no UTF-8 are read as Latin-1. */
export function decodePercent(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(ESCAPES, decodeRun);
  }
}

/** application/x-www-form-urlencoded, for query strings and forms: `+` is a space. */
export function decodeFormText(text: string): string {
  return decodePercent(text.includes("+") ? text.replaceAll("+", " ") : text);
}

/** One `name=value` of a query string or form; the value is undefined where there is no `=`. */
export type Parameter = readonly [name: string, value: string | undefined];

/** Splits `a=1&b&c=` in the order sent; empty parts are left out. */
export function parseParameters(text: string): Parameter[] {
  const parameters: Parameter[] = [];
  for (const part of text.split("&")) {
    if (part === "") continue;
    const equals = part.indexOf("=");
    parameters.push(
      equals < 0
        ? [decodeFormText(part), undefined]
        : [decodeFormText(part.slice(0, equals)), decodeFormText(part.slice(equals + 1))],
    );
  }
  return parameters;
}
