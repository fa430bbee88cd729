/** AWS Clean Rooms: what of a configured table is changed has actions of its own. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";

export default defineService({
  sdkId: "CleanRooms",
  operations: {
    UpdateConfiguredTable: {
      authorizedActions: [
        { action: "cleanrooms:UpdateConfiguredTable" },
        {
          action: "cleanrooms:UpdateConfiguredTableAllowedColumns",
          when: whenMember("allowedColumns"),
          origin: "dependent",
          because: "the columns that are allowed change",
        },
        {
          action: "cleanrooms:UpdateConfiguredTableReference",
          when: whenMember("tableReference"),
          origin: "dependent",
          because: "the table behind it changes",
        },
      ],
      because: "the table and its columns are changed under actions of their own",
      see: "https://docs.aws.amazon.com/clean-rooms/latest/apireference/API_UpdateConfiguredTable.html",
      examples: [
        {
          input: { configuredTableIdentifier: "t", allowedColumns: ["a"] },
          permits: ["UpdateConfiguredTable", "UpdateConfiguredTableAllowedColumns"].map(
            (name) => `cleanrooms:${name} arn:aws:cleanrooms:us-east-1:123456789012:configuredtable/t`,
          ),
        },
        {
          input: { configuredTableIdentifier: "t", tableReference: { glue: { databaseName: "d", tableName: "u" } } },
          permits: ["UpdateConfiguredTable", "UpdateConfiguredTableReference"].map(
            (name) => `cleanrooms:${name} arn:aws:cleanrooms:us-east-1:123456789012:configuredtable/t`,
          ),
        },
      ],
    },
  },
});
