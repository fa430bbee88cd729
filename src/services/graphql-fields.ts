/** GraphQL: the field that a document asks for is its resource. Of the document only the head is read, no argument. */
import type { AuthorizedAction } from "./define-service.ts";
import { allOf, type RuleCondition, unless, whenMatches } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { captured, excerpt, type MemberPath, type RuleValue, unknownPart } from "./rule-value.ts";

const NAME = "[_A-Za-z]\\w*";
const STRING = '"(?:[^"\\\\]|\\\\.)*"';
const ARGUMENTS = `\\((?:[^()"]|${STRING})*\\)`;

/** Selections below this depth are no longer told from the end of the document. */
const DEPTH = 12;

const nested = (depth: number): string =>
  depth === 0 ? '[^{}"]*' : `(?:[^{}"]|${STRING}|\\{${nested(depth - 1)}\\})*`;

/** After the only field: its arguments, directives and selection, the end of the operation, and no other one. */
const END = `\\s*(?:${ARGUMENTS})?(?:\\s*@${NAME}\\s*(?:${ARGUMENTS})?)*\\s*(?:\\{${nested(DEPTH)}\\})?[\\s,]*\\}\\s*(?:fragment\\b[\\s\\S]*)?$`;

/** Up to the name of the field where it is the only one, else up to the brace before the fields. */
const HEAD = new RegExp(
  `^[\\s,]*(?:(?:query|mutation|subscription)\\b[^{"]*)?\\{(?:[\\s,]*(?:${NAME}\\s*:\\s*)?${NAME}(?=${END}|$))?`,
);
const FIELD = new RegExp(`(${NAME})$`);

const TYPES = {
  Query: /^[\s,]*(?:query\b|\{)/,
  Mutation: /^[\s,]*mutation\b/,
  Subscription: /^[\s,]*subscription\b/,
} as const;

/** `api`: the id of the API. One action for each kind of operation, on its field, or on all of them where there are several. */
export function graphqlActions(action: string, path: MemberPath, api: RuleValue): readonly AuthorizedAction[] {
  const head = excerpt(path, HEAD);
  const isOneField = whenMatches(head, FIELD);
  return Object.entries(TYPES).flatMap(([TypeName, kind]): AuthorizedAction[] => {
    const on = (FieldName: RuleValue, when: RuleCondition): AuthorizedAction => ({
      action,
      when: allOf(whenMatches(head, kind), when),
      resource: filled("field", { GraphQLAPIId: api, TypeName, FieldName }),
    });
    const some = unknownPart("*", "fields-not-read", "the document asks for several fields");
    return [on(captured(head, FIELD), isOneField), on(some, unless(isOneField))];
  });
}
