/** AWS Glue's Data Catalog as resources of every call on it. */
import type { RuleSet } from "./define-service.ts";
import {
  ALL_FUNCTIONS,
  CATALOG_ID,
  DATABASE,
  databaseIn,
  inGlue,
  namedCatalogs,
  rootCatalog,
  TABLE,
  tableIn,
} from "./glue-catalog.ts";
import { firstOf, member } from "./rule-value.ts";

export default {
  rootcatalog: {
    filledBy: [rootCatalog(CATALOG_ID)],
    because: "every catalog lies in the root catalog of the account that its id begins with",
    see: "https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html",
    examples: [
      {
        operation: "GetTable",
        input: { CatalogId: "111122223333", DatabaseName: "films", Name: "credits" },
        permits: [
          "glue:GetTable arn:aws:glue:us-east-1:111122223333:catalog + arn:aws:glue:us-east-1:111122223333:database/films + arn:aws:glue:us-east-1:111122223333:table/films/credits",
        ],
      },
    ],
  },
  catalog: {
    filledBy: [namedCatalogs(CATALOG_ID)],
    because: "a catalog below the root one is a resource beside it, and so are those on the way",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-integrating-glue-endpoint.html",
    examples: [
      {
        operation: "GetTable",
        input: { CatalogId: "123456789012:s3tablescatalog/reels", DatabaseName: "films", Name: "credits" },
        permits: [
          `glue:GetTable ${inGlue("catalog")} + ${inGlue("catalog/s3tablescatalog")} + ${inGlue("catalog/s3tablescatalog/reels")} + ${inGlue("database/s3tablescatalog/reels/films")} + ${inGlue("table/s3tablescatalog/reels/films/credits")}`,
        ],
      },
    ],
  },
  database: {
    filledBy: [databaseIn({ catalogId: CATALOG_ID, database: DATABASE })],
    because: "a database is named on its own, by its table, or by the definition that creates it",
    see: "https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html",
    examples: [
      {
        operation: "CreateDatabase",
        input: { DatabaseInput: { Name: "films" } },
        permits: [`glue:CreateDatabase ${inGlue("catalog")} + ${inGlue("database/films")}`],
      },
      {
        operation: "GetDatabase",
        input: { Name: "films" },
        permits: [`glue:GetDatabase ${inGlue("catalog")} + ${inGlue("database/films")}`],
      },
    ],
  },
  table: {
    filledBy: [
      tableIn({ catalogId: CATALOG_ID, database: member("DatabaseName"), table: TABLE }),
      tableIn({ catalogId: CATALOG_ID, database: member("DatabaseName") }),
    ],
    because: "a table is named on its own, or by the definition that creates it",
    see: "https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html",
    examples: [
      {
        operation: "BatchDeleteTable",
        input: { DatabaseName: "films", TablesToDelete: ["credits"] },
        permits: [
          `glue:BatchDeleteTable ${inGlue("catalog")} + ${inGlue("database/films")} + ${inGlue("table/films/credits")}`,
        ],
      },
      {
        operation: "CreateTable",
        input: { DatabaseName: "films", TableInput: { Name: "credits" } },
        permits: [
          `glue:CreateTable ${inGlue("catalog")} + ${inGlue("database/films")} + ${inGlue("table/films/credits")}`,
        ],
      },
      {
        operation: "GetTables",
        input: { DatabaseName: "films" },
        permits: [
          `glue:GetTables ${inGlue("catalog")} + ${inGlue("database/films")}`,
          `glue:GetTables ${inGlue("table/films/*")}`,
        ],
      },
    ],
  },
  userdefinedfunction: {
    filledBy: [
      {
        ...databaseIn({ catalogId: CATALOG_ID, database: member("DatabaseName") }),
        UserDefinedFunctionName: firstOf(member("FunctionName"), ALL_FUNCTIONS),
      },
    ],
    because: "a function lies in the database of a catalog",
    see: "https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html",
    examples: [
      {
        operation: "GetUserDefinedFunction",
        input: { CatalogId: "111122223333", DatabaseName: "films", FunctionName: "trim" },
        permits: [
          "glue:GetUserDefinedFunction arn:aws:glue:us-east-1:111122223333:catalog + arn:aws:glue:us-east-1:111122223333:database/films + arn:aws:glue:us-east-1:111122223333:userDefinedFunction/films/trim",
        ],
      },
    ],
  },
} satisfies RuleSet["resources"];
