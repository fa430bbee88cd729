/** Header fields between Node's ways of writing them: flat lists as they came, pairs as exchanges have them, lists by name. */
import type { HeaderField } from "../captured-exchange.ts";

/** `rawHeaders` and `rawTrailers`: names and values in turn. */
export function fieldPairs(flat: readonly string[]): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) pairs.push([flat[at] ?? "", flat[at + 1] ?? ""]);
  return pairs;
}

/** Values by name, in the spelling and place of its first field; their order among fields of one name is kept. */
export function fieldsByName(fields: readonly HeaderField[]): Map<string, string[]> {
  const spelling = new Map<string, string>();
  const byName = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const key = name.toLowerCase();
    const first = spelling.get(key) ?? name;
    spelling.set(key, first);
    const values = byName.get(first);
    if (values === undefined) byName.set(first, [value]);
    else values.push(value);
  }
  return byName;
}

/** The values of all fields of that name (given in lower case), in order. */
export const fieldValues = (fields: readonly HeaderField[], lowerCaseName: string): string[] =>
  fields.filter(([name]) => name.toLowerCase() === lowerCaseName).map(([, value]) => value);

/** Only a fresh connection can become another protocol through this relay: on others such an offer is left out (RFC 9110 7.8). */
export function endToEnd(fields: readonly HeaderField[]): readonly HeaderField[] {
  if (!fields.some(([name]) => /^upgrade$/i.test(name))) return fields;
  return fields.flatMap(([name, value]): HeaderField[] => {
    if (/^(?:upgrade|http2-settings)$/i.test(name)) return [];
    if (!/^connection$/i.test(name)) return [[name, value]];
    const kept = value.split(",").filter((option) => !/^\s*(?:upgrade|http2-settings)\s*$/i.test(option));
    return kept.length === 0 ? [] : [[name, kept.join(",").trim()]];
  });
}
