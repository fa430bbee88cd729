/**
 * What Athena does in the Data Catalog for the caller of a query, by the kind of the statement. Of a statement only its
 * head is read, up to the first table and never past a literal; what the rest of it names stays unknown.
 */
import type { AuthorizedAction } from "./define-service.ts";
import { databaseIn, rootCatalog, tableIn } from "./glue-catalog.ts";
import { allOf, unless, whenMatches, whenMemberMatches } from "./rule-condition.ts";
import { bothOf, filled, type ResourceRule } from "./rule-resource.ts";
import { captured, excerpt, firstOf, lowerCase, member, ofCall, type RuleValue, unknownPart } from "./rule-value.ts";

const NAME = /(?:(?:"[^"]*"|`[^`]*`|[\w-]+)\.){0,2}(?:"[^"]*"|`[^`]*`|[\w-]+)/.source;
const BEFORE_NAME = [
  /select\s[^'(]*?\sfrom/,
  /insert\s+into/,
  /create\s+(?:external\s+)?table(?:\s+if\s+not\s+exists)?/,
  /drop\s+table(?:\s+if\s+exists)?/,
  /msck\s+repair\s+table/,
  /show\s+(?:partitions|create\s+table|tblproperties|(?:columns|tables)\s+(?:from|in))/,
  /desc(?:ribe)?(?:\s+(?:extended|formatted))?/,
  /(?:create|drop|alter)\s+(?:database|schema)(?:\s+if\s+(?:not\s+)?exists)?/,
];
const NAMELESS = /^\s*show\s+(?:databases|schemas|tables)/.source;
const HEAD = new RegExp(
  String.raw`^\s*(?:${BEFORE_NAME.map(({ source }) => source).join("|")})\s+${NAME}|${NAMELESS}`,
  "i",
);

const head = excerpt("QueryString", HEAD);
const catalogId = ofCall("account");
const last = lowerCase(captured(head, /["`\s.]([^"`\s.]+)["`]?$/));
const current = firstOf(member("QueryExecutionContext.Database"), "default");
const ofTable = lowerCase(firstOf(captured(head, /["`\s.]([^"`\s.]+)["`]?\.["`]?[^"`\s.]+["`]?$/), current));
const ofList = lowerCase(firstOf(captured(head, /\s(?:in|from)\s+["`]?([^"`\s.]+)["`]?$/i), current));
const every = unknownPart("*", "no-resource-in-input", "the statement means all that there are");

const onDatabase = (database: RuleValue): ResourceRule =>
  bothOf(filled("rootcatalog", rootCatalog(catalogId)), filled("database", databaseIn({ catalogId, database })));

const onTable = bothOf(onDatabase(ofTable), filled("table", tableIn({ catalogId, database: ofTable, table: last })));

const onTablesOf = (database: RuleValue): ResourceRule =>
  bothOf(onDatabase(database), filled("table", tableIn({ catalogId, database })));

const onDatabaseAndAll = bothOf(
  onTablesOf(last),
  filled("userdefinedfunction", { ...databaseIn({ catalogId, database: last }), UserDefinedFunctionName: every }),
);

/** Tables of other catalogs are not in the Data Catalog. */
const isInDataCatalog = allOf(
  unless(whenMemberMatches("QueryExecutionContext.Catalog", /^(?!awsdatacatalog$)/i)),
  unless(
    whenMatches(
      head,
      /(?:["`]|\s)(?!["`]?awsdatacatalog["`]?\.)["`]?[\w-]+["`]?\.["`]?[\w-]+["`]?\.["`]?[\w-]+["`]?$/i,
    ),
  ),
);

interface StatementKind {
  readonly pattern: RegExp;
  readonly actions: readonly string[];
  readonly resource: ResourceRule;
}

const KINDS: readonly StatementKind[] = [
  { pattern: /^\s*(?:select|insert|show\s+partitions)/i, actions: ["GetTable", "GetPartitions"], resource: onTable },
  { pattern: /^\s*(?:desc|show\s+(?:create|tblproperties|columns))/i, actions: ["GetTable"], resource: onTable },
  { pattern: /^\s*create\s+(?:external\s+)?table/i, actions: ["GetTable", "CreateTable"], resource: onTable },
  {
    pattern: /^\s*drop\s+table/i,
    actions: ["GetTable", "DeleteTable", "GetPartitions", "GetPartition", "DeletePartition"],
    resource: onTable,
  },
  {
    pattern: /^\s*msck/i,
    actions: ["GetTable", "GetPartitions", "GetPartition", "BatchCreatePartition"],
    resource: onTable,
  },
  {
    pattern: /^\s*(?:select|insert|show\s+(?!data|schemas|tables)|desc|(?:create|drop).*\stable|msck)/i,
    actions: ["GetDatabase"],
    resource: onDatabase(ofTable),
  },
  {
    pattern: /^\s*create\s+(?:database|schema)/i,
    actions: ["GetDatabase", "CreateDatabase"],
    resource: onDatabase(last),
  },
  {
    pattern: /^\s*alter\s+(?:database|schema)/i,
    actions: ["GetDatabase", "UpdateDatabase"],
    resource: onDatabase(last),
  },
  { pattern: /^\s*drop\s+(?:database|schema)/i, actions: ["GetDatabase"], resource: onDatabase(last) },
  { pattern: /^\s*drop\s+(?:database|schema)/i, actions: ["DeleteDatabase"], resource: onDatabaseAndAll },
  { pattern: /^\s*show\s+(?:databases|schemas)/i, actions: ["GetDatabases"], resource: onDatabase(every) },
  { pattern: /^\s*show\s+tables/i, actions: ["GetDatabase"], resource: onDatabase(ofList) },
  { pattern: /^\s*show\s+tables/i, actions: ["GetTables"], resource: onTablesOf(ofList) },
];

/** The default database is asked for by every query; the rest follows from the statement's head. */
export const READS_CATALOG: readonly AuthorizedAction[] = [
  {
    action: "glue:GetDatabase",
    resource: onDatabase("default"),
    origin: "forward-access",
    because: "every query looks for the default database of the Data Catalog, with the caller's permissions",
  },
  ...KINDS.map(
    ({ pattern, actions, resource }): AuthorizedAction => ({
      action: actions.map((name) => `glue:${name}`),
      resource,
      when: allOf(whenMatches(head, pattern), isInDataCatalog),
      origin: "forward-access",
      because: "the statement is run in the Data Catalog with the caller's permissions",
    }),
  ),
];
