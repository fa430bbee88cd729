/** PartiQL: the verb of a statement is its action, the name after it the table or index. Of a statement only this head is read. */
import type { AuthorizedAction } from "./define-service.ts";
import { whenMatches } from "./rule-condition.ts";
import { bothOf, filled } from "./rule-resource.ts";
import { captured, excerpt, type MemberPath, matching } from "./rule-value.ts";

/** Up to and including the table; no literal of the statement stands before it. */
const HEAD =
  /^\s*(?:select\s[^']*?\sfrom|insert\s+into|update|delete\s+from|exists\s*\(\s*select\s[^']*?\sfrom)\s+(?:"[^"]*"|[\w.-]+)(?:\s*\.\s*"[^"]*")?/i;

/** The last name of the head, and the index after it. */
const TARGET = /(?:from|into|update)\s+"?(?<TableName>[^"\s]+)"?(?:\s*\.\s*"(?<IndexName>[^"]*)")?$/i;
const TABLE = /(?:from|into|update)\s+"?([^"\s]+)"?(?:\s*\.\s*"[^"]*")?$/i;

const VERBS = {
  PartiQLSelect: /^\s*(?:select|exists)/i,
  PartiQLInsert: /^\s*insert/i,
  PartiQLUpdate: /^\s*update/i,
  PartiQLDelete: /^\s*delete/i,
} as const;

/** One action for each verb; `forEach` where the operation holds several statements. */
export function partiqlActions(path: MemberPath, forEach?: MemberPath): readonly AuthorizedAction[] {
  const head = excerpt(path, HEAD);
  return Object.entries(VERBS).map(
    ([name, verb]): AuthorizedAction => ({
      action: `dynamodb:${name}`,
      ...(forEach === undefined ? {} : { forEach }),
      when: whenMatches(head, verb),
      resource: bothOf(filled("table", { TableName: captured(head, TABLE) }), filled("index", matching(head, TARGET))),
    }),
  );
}
