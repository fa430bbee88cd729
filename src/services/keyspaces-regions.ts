/** Amazon Keyspaces: what is made or changed in several regions needs an action of its own besides. */
import { operationRules } from "./define-service.ts";
import { whenMember, whenMemberEquals } from "./rule-condition.ts";
import { typed } from "./rule-resource.ts";

export default operationRules({
  CreateKeyspace: {
    authorizedActions: [
      { action: "cassandra:Create", resource: typed("keyspace") },
      {
        action: "cassandra:CreateMultiRegionResource",
        origin: "dependent",
        when: whenMemberEquals("replicationSpecification.replicationStrategy", "MULTI_REGION"),
        resource: typed("keyspace"),
        because: "the request is about several regions",
      },
    ],
    because: "the action is that of the CQL statement, with another one for several regions",
    see: "https://docs.aws.amazon.com/keyspaces/latest/devguide/howitworks_replication_permissions.html",
    examples: [
      {
        input: { keyspaceName: "app", replicationSpecification: { replicationStrategy: "MULTI_REGION" } },
        permits: [
          "cassandra:Create arn:aws:cassandra:us-east-1:123456789012:/keyspace/app/",
          "cassandra:CreateMultiRegionResource arn:aws:cassandra:us-east-1:123456789012:/keyspace/app/",
        ],
      },
      {
        input: { keyspaceName: "app", replicationSpecification: { replicationStrategy: "SINGLE_REGION" } },
        permits: ["cassandra:Create arn:aws:cassandra:us-east-1:123456789012:/keyspace/app/"],
      },
    ],
  },
  CreateTable: {
    authorizedActions: [
      { action: "cassandra:Create", resource: typed("table") },
      {
        action: "cassandra:CreateMultiRegionResource",
        origin: "dependent",
        when: whenMember("replicaSpecifications"),
        resource: typed("table"),
        because: "the request is about several regions",
      },
    ],
    because: "the action is that of the CQL statement, with another one for several regions",
    see: "https://docs.aws.amazon.com/keyspaces/latest/devguide/howitworks_replication_permissions.html",
    examples: [
      {
        input: { keyspaceName: "app", tableName: "photos", replicaSpecifications: [{ region: "eu-west-1" }] },
        permits: [
          "cassandra:Create arn:aws:cassandra:us-east-1:123456789012:/keyspace/app/table/photos",
          "cassandra:CreateMultiRegionResource arn:aws:cassandra:us-east-1:123456789012:/keyspace/app/table/photos",
        ],
      },
      {
        input: { keyspaceName: "app", tableName: "photos" },
        permits: ["cassandra:Create arn:aws:cassandra:us-east-1:123456789012:/keyspace/app/table/photos"],
      },
    ],
  },
  UpdateTable: {
    authorizedActions: [
      { action: "cassandra:Alter", resource: typed("table") },
      {
        action: "cassandra:AlterMultiRegionResource",
        origin: "dependent",
        when: whenMember("replicaSpecifications"),
        resource: typed("table"),
        because: "the request is about several regions",
      },
    ],
    because: "the action is that of the CQL statement, with another one for several regions",
    see: "https://docs.aws.amazon.com/keyspaces/latest/devguide/howitworks_replication_permissions.html",
    examples: [
      {
        input: { keyspaceName: "app", tableName: "photos", replicaSpecifications: [{ region: "eu-west-1" }] },
        permits: [
          "cassandra:Alter arn:aws:cassandra:us-east-1:123456789012:/keyspace/app/table/photos",
          "cassandra:AlterMultiRegionResource arn:aws:cassandra:us-east-1:123456789012:/keyspace/app/table/photos",
        ],
      },
      {
        input: { keyspaceName: "app", tableName: "photos" },
        permits: ["cassandra:Alter arn:aws:cassandra:us-east-1:123456789012:/keyspace/app/table/photos"],
      },
    ],
  },
});
