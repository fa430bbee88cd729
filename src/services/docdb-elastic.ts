/** Amazon DocumentDB elastic clusters: copies and restores make what they are named after. */
import { defineService } from "./define-service.ts";
import { arnIn, bothOf, everyResource, newResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "DocDB Elastic",
  operations: {
    CopyClusterSnapshot: {
      authorizedActions: [
        {
          action: "docdb-elastic:CopyClusterSnapshot",
          resource: arnIn("snapshotArn"),
        },
        {
          action: "docdb-elastic:CreateClusterSnapshot",
          origin: "dependent",
          resource: newResource("cluster-snapshot"),
        },
      ],
      because: "a copy makes another snapshot",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondocumentdbelasticclusters.html",
      examples: [
        {
          input: {
            snapshotArn: "arn:aws:docdb-elastic:us-east-1:123456789012:cluster-snapshot/1234abcd",
            targetSnapshotName: "kept",
          },
          permits: [
            "docdb-elastic:CopyClusterSnapshot arn:aws:docdb-elastic:us-east-1:123456789012:cluster-snapshot/1234abcd",
            "docdb-elastic:CreateClusterSnapshot arn:aws:docdb-elastic:us-east-1:123456789012:cluster-snapshot/*",
          ],
        },
      ],
    },
    RestoreClusterFromSnapshot: {
      authorizedActions: [
        {
          action: "docdb-elastic:RestoreClusterFromSnapshot",
          resource: bothOf(newResource("cluster"), arnIn("snapshotArn")),
        },
        { action: "docdb-elastic:CreateCluster", origin: "dependent", resource: everyResource },
      ],
      because: "a restore makes a cluster",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondocumentdbelasticclusters.html",
      examples: [
        {
          input: {
            snapshotArn: "arn:aws:docdb-elastic:us-east-1:123456789012:cluster-snapshot/1234abcd",
            clusterName: "copy",
          },
          permits: [
            "docdb-elastic:RestoreClusterFromSnapshot arn:aws:docdb-elastic:us-east-1:123456789012:cluster-snapshot/1234abcd",
            "docdb-elastic:RestoreClusterFromSnapshot arn:aws:docdb-elastic:us-east-1:123456789012:cluster/*",
            "docdb-elastic:CreateCluster *",
          ],
        },
      ],
    },
  },
});
