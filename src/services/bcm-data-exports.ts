/** AWS Data Exports: an export reads the table that its query names. */
import { authorizedOn, defineService } from "./define-service.ts";
import { filled, type ResourceRule } from "./rule-resource.ts";
import { firstOf, member, unknownPart } from "./rule-value.ts";

const HERE = "arn:aws:bcm-data-exports:us-east-1:123456789012";

/** The query is the user's own; what it reads stands beside it where the table has settings. */
const TABLE: ResourceRule = filled("table", {
  Identifier: firstOf(
    member("Export.DataQuery.TableConfigurations{}"),
    unknownPart("*", "no-resource-in-input", "the query names the table"),
  ),
});

const EXPORT_OF = (table: string | undefined) => ({
  Export: { Name: "cur", DataQuery: table === undefined ? {} : { TableConfigurations: { [table]: {} } } },
});

export default defineService({
  sdkId: "BCM Data Exports",
  operations: authorizedOn(
    {
      CreateExport: {
        resources: [TABLE],
        input: EXPORT_OF("COST_AND_USAGE_REPORT"),
        on: [`${HERE}:table/COST_AND_USAGE_REPORT`],
      },
      UpdateExport: {
        resources: [filled("export", { Identifier: member("ExportArn") }), TABLE],
        input: { ExportArn: `${HERE}:export/cur-1`, ...EXPORT_OF(undefined) },
        on: [`${HERE}:export/cur-1`, `${HERE}:table/*`],
      },
    },
    {
      servicePrefix: "bcm-data-exports",
      because: "an export is authorized on the table that it reads",
      see: "https://docs.aws.amazon.com/cur/latest/userguide/bcm-data-exports-access.html",
    },
  ),
});
