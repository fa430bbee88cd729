/**
 * AWS Glue's Data Catalog as resources: every call names the root catalog, the database and the table together, in the
 * account and below the catalog that `CatalogId` tells (`111122223333`, `111122223333:s3tablescatalog/bucket`).
 */
import {
  captured,
  eachOf,
  type FillRecord,
  firstOf,
  joined,
  member,
  ofCall,
  type RuleValue,
  unknownPart,
} from "./rule-value.ts";

export interface CatalogMembers {
  readonly catalogId: RuleValue;
  readonly database: RuleValue;
  readonly table?: RuleValue;
}

const accountOf = (catalogId: RuleValue): RuleValue =>
  firstOf(captured(catalogId, /^(\d{12})(?::|$)/), ofCall("account"));

/** The catalogs below the root one on the way to the one that is meant. */
const catalogPath = (catalogId: RuleValue): RuleValue => captured(catalogId, /^(?:\d{12}:)?(?!\d{12}$)(.+)$/);

const below = (catalogId: RuleValue, name: RuleValue): RuleValue =>
  firstOf(joined(catalogPath(catalogId), "/", name), name);

export const rootCatalog = (catalogId: RuleValue): FillRecord => ({ Account: accountOf(catalogId) });

export const namedCatalogs = (catalogId: RuleValue): FillRecord => ({
  Account: accountOf(catalogId),
  CatalogName: eachOf(captured(catalogPath(catalogId), /^([^/]+)\//), catalogPath(catalogId)),
});

export const databaseIn = ({ catalogId, database }: CatalogMembers): FillRecord => ({
  Account: accountOf(catalogId),
  DatabaseName: below(catalogId, database),
});

export const tableIn = ({ catalogId, database, table }: CatalogMembers): FillRecord => ({
  ...databaseIn({ catalogId, database }),
  TableName: table ?? unknownPart("*", "no-resource-in-input", "what lies in the database"),
});

export const CATALOG_ID = firstOf(member("CatalogId"), member("CatalogID"));
export const DATABASE = firstOf(member("DatabaseName"), member("Name"), member("DatabaseInput.Name"));
export const TABLE = firstOf(
  member("TableName"),
  member("Name"),
  member("TableInput.Name"),
  member("TablesToDelete[]"),
);
export const ALL_FUNCTIONS = unknownPart("*", "no-resource-in-input", "what lies in the database");

/** The registry of a request on schemas, whatever names it. */
const REGISTRY_OF_ARN = captured(
  firstOf(member("SchemaId.SchemaArn"), member("RegistryId.RegistryArn")),
  /:(?:schema|registry)\/([^/]+)/,
);

export const REGISTRY: RuleValue = firstOf(
  member("RegistryId.RegistryName"),
  member("RegistryName"),
  member("SchemaId.RegistryName"),
  REGISTRY_OF_ARN,
);

/** ARNs of the examples. */
export const inGlue = (resource: string): string => `arn:aws:glue:us-east-1:123456789012:${resource}`;
