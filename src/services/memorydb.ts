/** Amazon MemoryDB: clusters of several regions, final snapshots, and users that join or leave an access control list. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { bothOf, namedIn, typed } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "MemoryDB",
  resources: {
    multiregioncluster: {
      filledBy: [{ ClusterName: member("MultiRegionClusterName") }],
      because: "a cluster of one region is no cluster of several",
      see: "https://docs.aws.amazon.com/memorydb/latest/APIReference/API_CreateCluster.html",
      examples: [
        {
          operation: "CreateCluster",
          input: { ClusterName: "main", ACLName: "web", ParameterGroupName: "tuned", SubnetGroupName: "private" },
          permits: [
            "memorydb:CreateCluster arn:aws:memorydb:us-east-1:123456789012:acl/web + arn:aws:memorydb:us-east-1:123456789012:parametergroup/tuned + arn:aws:memorydb:us-east-1:123456789012:subnetgroup/private",
          ],
        },
        {
          operation: "DescribeMultiRegionClusters",
          input: { MultiRegionClusterName: "all" },
          permits: ["memorydb:DescribeMultiRegionClusters arn:aws:memorydb::123456789012:multiregioncluster/all"],
        },
      ],
    },
  },
  operations: {
    DeleteCluster: {
      authorizedActions: [
        {
          action: "memorydb:DeleteCluster",
          resource: bothOf(
            typed("cluster"),
            namedIn("multiregioncluster", "ClusterName", "MultiRegionClusterName"),
            namedIn("snapshot", "SnapshotName", "FinalSnapshotName"),
          ),
        },
        {
          action: "memorydb:CreateSnapshot",
          origin: "dependent",
          when: whenMember("FinalSnapshotName"),
          resource: bothOf(
            namedIn("cluster", "ClusterName", "ClusterName"),
            namedIn("snapshot", "SnapshotName", "FinalSnapshotName"),
          ),
          because: "a final snapshot is made before the deletion",
        },
      ],
      because: "a deletion may leave a final snapshot",
      see: "https://docs.aws.amazon.com/memorydb/latest/APIReference/API_DeleteCluster.html",
      examples: [
        {
          input: { ClusterName: "main", FinalSnapshotName: "last" },
          permits: [
            "memorydb:DeleteCluster arn:aws:memorydb:us-east-1:123456789012:cluster/main + arn:aws:memorydb:us-east-1:123456789012:snapshot/last",
            "memorydb:CreateSnapshot arn:aws:memorydb:us-east-1:123456789012:cluster/main + arn:aws:memorydb:us-east-1:123456789012:snapshot/last",
          ],
        },
        {
          input: { ClusterName: "main" },
          permits: ["memorydb:DeleteCluster arn:aws:memorydb:us-east-1:123456789012:cluster/main"],
        },
      ],
    },
    UpdateACL: {
      authorizedActions: [
        {
          action: "memorydb:UpdateAcl",
          resource: bothOf(
            namedIn("acl", "AclName", "ACLName"),
            namedIn("user", "UserName", "UserNamesToAdd[]", "UserNamesToRemove[]"),
          ),
        },
      ],
      because: "users are checked where the request adds or removes them",
      see: "https://docs.aws.amazon.com/memorydb/latest/APIReference/API_UpdateACL.html",
      examples: [
        {
          input: { ACLName: "web", UserNamesToAdd: ["ana"] },
          permits: [
            "memorydb:UpdateAcl arn:aws:memorydb:us-east-1:123456789012:acl/web + arn:aws:memorydb:us-east-1:123456789012:user/ana",
          ],
        },
      ],
    },
  },
});
