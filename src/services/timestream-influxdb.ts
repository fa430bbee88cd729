/** Amazon Timestream for InfluxDB: what is done to a cluster is done to its instances. */
import { defineService } from "./define-service.ts";
import { whenMatches } from "./rule-condition.ts";
import { either, namedIn, newResource } from "./rule-resource.ts";
import { fillWhen, member, ofCall } from "./rule-value.ts";

export default defineService({
  sdkId: "Timestream InfluxDB",
  resources: {
    "db-parameter-group": {
      filledBy: [
        fillWhen(whenMatches(ofCall("operation"), /DbParameterGroup$/), {
          DbParameterGroupIdentifier: member("identifier"),
        }),
        { DbParameterGroupIdentifier: member("dbParameterGroupIdentifier") },
      ],
      because: "the name of an instance is not that of its parameters",
      see: "https://docs.aws.amazon.com/ts-influxdb/latest/ts-influxdb-api/API_CreateDbInstance.html",
      examples: [
        {
          operation: "CreateDbInstance",
          input: { name: "metrics" },
          permits: ["timestream-influxdb:CreateDbInstance *"],
        },
        {
          operation: "GetDbParameterGroup",
          input: { identifier: "tuned" },
          permits: [
            "timestream-influxdb:GetDbParameterGroup arn:aws:timestream-influxdb:us-east-1:123456789012:db-parameter-group/tuned",
          ],
        },
      ],
    },
  },
  operations: {
    DeleteDbCluster: {
      authorizedActions: [
        { action: "timestream-influxdb:DeleteDbCluster" },
        {
          action: "timestream-influxdb:DeleteDbInstance",
          origin: "dependent",
          resource: newResource("db-instance"),
        },
      ],
      because: "the instances of a cluster are deleted with it",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazontimestreaminfluxdb.html",
      examples: [
        {
          input: { dbClusterId: "c" },
          permits: [
            "timestream-influxdb:DeleteDbCluster arn:aws:timestream-influxdb:us-east-1:123456789012:db-cluster/c",
            "timestream-influxdb:DeleteDbInstance arn:aws:timestream-influxdb:us-east-1:123456789012:db-instance/*",
          ],
        },
      ],
    },
    RebootDbCluster: {
      authorizedActions: [
        { action: "timestream-influxdb:RebootDbCluster" },
        {
          action: "timestream-influxdb:RebootDbInstance",
          origin: "dependent",
          resource: either(namedIn("db-instance", "DbInstanceIdentifier", "instanceIds[]"), newResource("db-instance")),
        },
      ],
      because: "the instances of a cluster are rebooted with it",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazontimestreaminfluxdb.html",
      examples: [
        {
          input: { dbClusterId: "c", instanceIds: ["i"] },
          permits: [
            "timestream-influxdb:RebootDbCluster arn:aws:timestream-influxdb:us-east-1:123456789012:db-cluster/c",
            "timestream-influxdb:RebootDbInstance arn:aws:timestream-influxdb:us-east-1:123456789012:db-instance/i",
          ],
        },
      ],
    },
    UpdateDbCluster: {
      authorizedActions: [
        { action: "timestream-influxdb:UpdateDbCluster" },
        {
          action: "timestream-influxdb:UpdateDbInstance",
          origin: "dependent",
          resource: newResource("db-instance"),
        },
      ],
      because: "the instances of a cluster are updated with it",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazontimestreaminfluxdb.html",
      examples: [
        {
          input: { dbClusterId: "c" },
          permits: [
            "timestream-influxdb:UpdateDbCluster arn:aws:timestream-influxdb:us-east-1:123456789012:db-cluster/c",
            "timestream-influxdb:UpdateDbInstance arn:aws:timestream-influxdb:us-east-1:123456789012:db-instance/*",
          ],
        },
      ],
    },
  },
  makes: { RestoreFromDbBackup: newResource("db-instance") },
});
