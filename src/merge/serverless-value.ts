/**
 * Texts of Serverless files as IAM would read them. The framework fills its own variables in before CloudFormation sees the
 * template: account and region become `*`, everything else of it is computed.
 */
import type { ReadScalar } from "./cloudformation-value.ts";
import { readText } from "./read-statement.ts";

/** `${self:custom.table}`, `${file(iam.yml):statements}`, `${opt:stage, 'dev'}`: innermost first. */
const VARIABLE = /\$\{\s*[A-Za-z][\w-]*(?:\([^${}]*\))?(?::(?!:)[^${}]*)?(?:,[^${}]*)?\}/;
const IS_OWN = /^\$\{\s*(?:[A-Za-z][\w-]*\(|(?!aws:(?!accountId|region))[A-Za-z][\w-]*:(?!:))/;

/** With the plug-in for pseudo parameters people write `#{AWS::Region}`. */
const PSEUDO = /#\{AWS::(?:AccountId|Region|Partition)\}/g;

export const readServerlessText: ReadScalar = (text) => {
  let isComputed = false;
  let rest = text.replace(PSEUDO, "*");
  let hasPlace = rest !== text;
  let read = "";
  for (let found = VARIABLE.exec(rest); found !== null; found = VARIABLE.exec(rest)) {
    const [variable] = found;
    const before = rest.slice(0, found.index);
    const after = rest.slice(found.index + variable.length);
    if (IS_OWN.test(variable)) {
      hasPlace = true;
      isComputed ||= !/^\$\{\s*aws:(?:accountId|region)\s*\}$/.test(variable);
      rest = `${before}*${after}`;
    } else {
      read += before + variable;
      rest = after;
    }
  }
  return readText(read + rest, { isComputed, hasPlace });
};
