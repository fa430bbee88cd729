/**
 * Sids say what a statement is about: `IamgenS3ReadWrite`. They follow from prefixes and access levels alone, so that they
 * stay the same from run to run; IAM takes A-Z, a-z, 0-9 only and wants them unique in a document.
 */

/** All our statements begin so; a merge knows its own by it. */
const OURS = "Iamgen";

const MOST_PREFIXES = 3;

/** IAM names no limit; more would only fill the policy. */
const MOST_CHARACTERS = 48;

/** In the order in which they appear in a Sid. */
const LEVEL_WORDS: readonly (readonly [level: string, word: string])[] = [
  ["List", "List"],
  ["Read", "Read"],
  ["Write", "Write"],
  ["Permissions management", "Permissions"],
  ["Tagging", "Tagging"],
];

/** `servicePrefixes` sorted. A Sid ends in a word, so that a number after it is no part of a name. */
export function sidFor(servicePrefixes: readonly string[], accessLevels: ReadonlySet<string>): string {
  const named = servicePrefixes.map(capitalised).join("");
  const isNamed = servicePrefixes.length <= MOST_PREFIXES && named.length <= MOST_CHARACTERS;
  const subject = isNamed ? named : "Several";
  const levels = LEVEL_WORDS.filter(([level]) => accessLevels.has(level)).map(([, word]) => word);
  return [OURS, subject, ...(levels.length > 0 ? levels : ["Access"])].join("");
}

function capitalised(servicePrefix: string): string {
  const words = servicePrefix.split(/[^A-Za-z0-9]+/);
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
}

/** Numbers repeated Sids from 2 on, in the order given. */
export function uniqueSids(sids: readonly string[]): readonly string[] {
  const taken = new Set(sids);
  const used = new Set<string>();
  return sids.map((sid) => {
    let unique = sid;
    for (let number = 2; used.has(unique) || (unique !== sid && taken.has(unique)); number += 1)
      unique = `${sid}${number}`;
    used.add(unique);
    return unique;
  });
}
