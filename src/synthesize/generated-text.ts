/**
 * Texts that nobody types: UUIDs, hashes, times, random suffixes. Told by their form alone, so that a name may look generated
 * and not be: who acts on it must know more, or ask.
 */

interface Form {
  readonly form: RegExp;
  /** Stands in place of the match. */
  readonly pattern: string;
  /** In the plural or with an article, for a message. */
  readonly name: string;
}

/** In this order; what one has replaced is not read again. Ids keep the word that says what they are (`i-*`). */
const FORMS: readonly Form[] = [
  { form: /(?<![0-9a-f])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f])/gi, pattern: "*", name: "a UUID" },
  {
    form: /(?<!\d)20\d\d-?[01]\d-?[0-3]\dT[0-2]\d[:_-]?\d\d(?:[:_-]?\d\d(?:\.\d+)?)?Z?(?!\d)/g,
    pattern: "*",
    name: "a time",
  },
  {
    form: /(?<!\d)20\d\d([/-])[01]\d\1[0-3]\d(?:[-_][0-2]\d([-_:])[0-5]\d(?:\2[0-5]\d)?)?(?!\d)/g,
    pattern: "*",
    name: "a date",
  },
  {
    form: /(?<!\d)20\d\d[01]\d[0-3]\d(?:[-_]?[0-2]\d[0-5]\d[0-5]\d)?(?![0-9A-Za-z])/g,
    pattern: "*",
    name: "a date",
  },
  { form: /(?<![0-9A-Za-z])1[5-9]\d{8}(?:\d{3}|\d{6})?(?![0-9A-Za-z])/g, pattern: "*", name: "a time" },
  {
    form: /(?<![0-9A-Za-z])([a-z]{1,12}-)(?=[0-9a-f]*\d)[0-9a-f]{8}(?:[0-9a-f]{9})?(?![0-9A-Za-z])/g,
    pattern: "$1*",
    name: "an id",
  },
  { form: /(?<![0-9A-Za-z])(?=[0-9a-f]*\d)[0-9a-f]{16,}(?![0-9A-Za-z])/gi, pattern: "*", name: "a hash" },
  // The name of an object, with or without a suffix.
  {
    form: /(?<=\/)(?=[0-9a-f]*\d[0-9a-f]*[a-f][0-9a-f]*\d)[0-9a-f]{8,15}(?=[./]|$)/g,
    pattern: "*",
    name: "a hash",
  },
  { form: /(?<![0-9A-Za-z])[0-7][0-9A-HJKMNP-TV-Z]{25}(?![0-9A-Za-z])/g, pattern: "*", name: "a ULID" },
  { form: /(?<![0-9A-Za-z])(?=[0-9a-z]*\d[0-9a-z]*\d)c[0-9a-z]{24}(?![0-9A-Za-z])/g, pattern: "*", name: "a CUID" },
  {
    form: /(?<![0-9A-Za-z])(?=[0-9A-Za-z]*[a-z])(?=[0-9A-Za-z]*[A-Z])[0-2][0-9A-Za-z]{26}(?![0-9A-Za-z])/g,
    pattern: "*",
    name: "a KSUID",
  },
  // CloudFormation's suffix of a name, and a short one as tests and modules make them: no version (`v2beta1`), no size (`640x480`).
  {
    form: /(?<=-)(?=[0-9A-Z]*\d)(?=[0-9A-Z]*[A-Z])[0-9A-Z]{12,13}(?![0-9A-Za-z])/g,
    pattern: "*",
    name: "a random suffix",
  },
  {
    form: /(?<=[a-z][-_])(?!v\d+[a-z]+\d+(?![0-9a-z])|\d+[kpx]\d+)(?=[0-9a-z]*\d[0-9a-z]*[a-z][0-9a-z]*\d)[0-9a-z]{6,12}(?![0-9A-Za-z])/g,
    pattern: "*",
    name: "a random suffix",
  },
];

export interface GeneratedText {
  /** The text with `*` for each generated part. */
  readonly pattern: string;
  /** What was recognised, each once: `a UUID`, `a time`, … */
  readonly looksLike: readonly string[];
}

/** Undefined where nothing in the text looks generated. The text is read as in a policy: its wildcards stay. */
export function generatedText(text: string): GeneratedText | undefined {
  let pattern = text;
  const looksLike: string[] = [];
  for (const { form, pattern: replacement, name } of FORMS) {
    const replaced = pattern.replace(form, replacement);
    if (replaced !== pattern && !looksLike.includes(name)) looksLike.push(name);
    pattern = replaced;
  }
  return looksLike.length === 0 ? undefined : { pattern: pattern.replace(/\*(?:[-_:.]?\*)+/g, "*"), looksLike };
}
