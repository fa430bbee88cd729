/** Amazon Timestream: a statement's first words tell the action, the one name after FROM the table. Nothing more of it is read. */
import type { AuthorizedAction } from "./define-service.ts";
import { unless, whenMatches } from "./rule-condition.ts";
import { either, everyResource, filled, type ResourceRule } from "./rule-resource.ts";
import { captured, excerpt, type MemberPath, matching, type RuleValue, unknownPart } from "./rule-value.ts";

/**
 * In this order: a SELECT without FROM (ends in the word), one from a single table, statements about the catalog, and the
 * first word of what reads from several tables (SELECT then ends in a space). No literal of the statement stands in these.
 */
const HEAD =
  /^\s*(?:select\b(?![\s\S]*\bfrom\b)|(?:unload\s*\(\s*)?select\b[^']*?\bfrom\s+(?:"[^"]+"|\w+)\s*\.\s*(?:"[^"]+"|\w+)(?![\s\S]*\b(?:from|join)\b)(?!\s*(?:(?:as\s+)?\w+\s*)?,)|show\s+databases|show\s+(?:tables|measures)\s+from\s+(?:"[^"]+"|\w+)(?:\s*\.\s*(?:"[^"]+"|\w+))?|desc(?:ribe)?\s+(?:"[^"]+"|\w+)\s*\.\s*(?:"[^"]+"|\w+)|unload\b|with\b|select\s)/i;

const TABLE = /(?:from|desc|describe)\s+"?(?<DatabaseName>[^".\s]+)"?\s*\.\s*"?(?<TableName>[^".]+?)"?$/i;

const OPEN = unknownPart("*", "no-resource-in-input", "the tables that the statement reads");

const tableOf = (head: RuleValue): ResourceRule =>
  either(filled("table", matching(head, TABLE)), filled("table", { DatabaseName: OPEN, TableName: OPEN }));

/** The actions that the statement at `path` is authorized as. */
export function statementActions(path: MemberPath): readonly AuthorizedAction[] {
  const head = excerpt(path, HEAD);
  const table = tableOf(head);
  return [
    { action: "timestream:SelectValues", when: whenMatches(head, /^\s*select$/i), resource: everyResource },
    { action: "timestream:Select", when: whenMatches(head, /^\s*(?:select\s|with|unload)/i), resource: table },
    { action: "timestream:Unload", when: whenMatches(head, /^\s*unload/i), resource: table },
    { action: "timestream:ListDatabases", when: whenMatches(head, /^\s*show\s+databases/i), resource: everyResource },
    {
      action: "timestream:ListTables",
      when: whenMatches(head, /^\s*show\s+tables/i),
      resource: filled("database", { DatabaseName: captured(head, /from\s+"?([^".\s]+)/i) }),
    },
    { action: "timestream:ListMeasures", when: whenMatches(head, /^\s*show\s+measures/i), resource: table },
    { action: "timestream:DescribeTable", when: whenMatches(head, /^\s*desc/i), resource: table },
    { action: "timestream:Select", when: unless(whenMatches(head, /./)), resource: table },
  ];
}
