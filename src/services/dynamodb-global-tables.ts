/** DynamoDB: global tables of the first version are made of tables of one name, one a Region. */
import { authorizedOn } from "./define-service.ts";
import { filled, type ResourceRule, typed } from "./rule-resource.ts";
import { eachOf, type MemberPath, member, ofCall } from "./rule-value.ts";

const NAME = { TableName: member("GlobalTableName") };

/** The table of the Region that is called, and those of the Regions that the request names. */
const tablesIn = (...regions: readonly MemberPath[]): ResourceRule =>
  filled("table", { ...NAME, Region: eachOf(ofCall("region"), ...regions.map(member)) });

const GLOBAL = "arn:aws:dynamodb::123456789012:global-table/photos";
const HERE = "arn:aws:dynamodb:us-east-1:123456789012:table/photos";
const THERE = "arn:aws:dynamodb:eu-west-1:123456789012:table/photos";
const on = [`${GLOBAL} + ${HERE} + ${THERE}`];

export default authorizedOn(
  {
    CreateGlobalTable: {
      resources: [typed("global-table"), tablesIn("ReplicationGroup[].RegionName")],
      input: {
        GlobalTableName: "photos",
        ReplicationGroup: [{ RegionName: "us-east-1" }, { RegionName: "eu-west-1" }],
      },
      on,
    },
    UpdateGlobalTable: {
      resources: [
        typed("global-table"),
        tablesIn("ReplicaUpdates[].Create.RegionName", "ReplicaUpdates[].Delete.RegionName"),
      ],
      input: { GlobalTableName: "photos", ReplicaUpdates: [{ Create: { RegionName: "eu-west-1" } }] },
      on,
    },
    UpdateGlobalTableSettings: {
      resources: [typed("global-table"), tablesIn("ReplicaSettingsUpdate[].RegionName")],
      input: { GlobalTableName: "photos", ReplicaSettingsUpdate: [{ RegionName: "eu-west-1" }] },
      on,
    },
  },
  {
    servicePrefix: "dynamodb",
    because: "a global table is made of tables of its name, in the Regions of its replicas",
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/gt_IAM.html",
  },
);
