/**
 * Texts of Serverless files as IAM would read them. The framework fills its own variables in before CloudFormation sees the
 * template: account and region become `*`, everything else of it is computed.
 */
import { placeNamed } from "./at-home.ts";
import type { ReadScalar } from "./cloudformation-value.ts";
import { type ReadText, readText } from "./read-statement.ts";
import type { References } from "./references.ts";

/** `${self:custom.table}`, `${file(iam.yml):statements}`, `${opt:stage, 'dev'}`: innermost first. */
const VARIABLE = /\$\{\s*[A-Za-z][\w-]*(?:\([^${}]*\))?(?::(?!:)[^${}]*)?(?:,[^${}]*)?\}/;
const IS_OWN = /^\$\{\s*(?:[A-Za-z][\w-]*\(|(?!aws:(?!accountId|region))[A-Za-z][\w-]*:(?!:))/;

/** With the plug-in for pseudo parameters people write `#{AWS::Region}`. */
const PSEUDO = /#\{(AWS::(?:AccountId|Region|Partition))\}/g;

/** An account or region: its value where that is known, else `*`, or computed where it is open which one. */
function placeText(name: string, references: References | undefined): ReadText {
  const text = references?.textOf(name);
  if (text !== undefined) return { text, isComputed: false };
  return references?.isOpen?.(name) === true
    ? { text: "*", isComputed: true }
    : { text: "*", isComputed: false, hasPlace: true };
}

const COMPUTED: ReadText = { text: "*", isComputed: true };

export const serverlessText =
  (references?: References): ReadScalar =>
  (text) => {
    let [isComputed, hasPlace, read] = [false, false, ""];
    const filledIn = (given: ReadText): string => {
      isComputed ||= given.isComputed;
      hasPlace ||= given.hasPlace === true;
      return given.text;
    };
    let rest = text.replace(PSEUDO, (_, name: string) => filledIn(placeText(name, references)));
    for (let found = VARIABLE.exec(rest); found !== null; found = VARIABLE.exec(rest)) {
      const [variable] = found;
      const [before, after] = [rest.slice(0, found.index), rest.slice(found.index + variable.length)];
      const place = placeNamed(variable.slice(2, -1)) === undefined ? undefined : variable.slice(2, -1).trim();
      if (IS_OWN.test(variable)) {
        rest = before + filledIn(place === undefined ? COMPUTED : placeText(place, references)) + after;
      } else {
        read += before + variable;
        rest = after;
      }
    }
    return readText(read + rest, { isComputed, hasPlace });
  };
