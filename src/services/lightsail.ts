/** Amazon Lightsail: names in requests, ids in ARNs. */
import { defineService } from "./define-service.ts";
import { knownByIdOnly } from "./lightsail-resources.ts";

export default defineService({
  sdkId: "Lightsail",
  resources: knownByIdOnly({
    Alarm: { members: ["alarmName"], operation: "DeleteAlarm" },
    Bucket: { members: ["bucketName"], operation: "DeleteBucket" },
    Certificate: { members: ["certificateName"], operation: "DeleteCertificate" },
    Disk: { members: ["diskName"], operation: "DeleteDisk" },
    DiskSnapshot: { members: ["diskSnapshotName"], operation: "DeleteDiskSnapshot" },
    Distribution: { members: ["distributionName"], operation: "DeleteDistribution" },
    Domain: { members: ["domainName"], operation: "DeleteDomain" },
    Instance: { members: ["instanceName", "instanceNames"], operation: "DeleteInstance" },
    InstanceSnapshot: { members: ["instanceSnapshotName"], operation: "DeleteInstanceSnapshot" },
    KeyPair: { members: ["keyPairName"], operation: "DeleteKeyPair" },
    LoadBalancer: { members: ["loadBalancerName"], operation: "DeleteLoadBalancer" },
    RelationalDatabase: { members: ["relationalDatabaseName"], operation: "RebootRelationalDatabase" },
    RelationalDatabaseSnapshot: {
      members: ["relationalDatabaseSnapshotName"],
      operation: "DeleteRelationalDatabaseSnapshot",
    },
    StaticIp: { members: ["staticIpName"], operation: "ReleaseStaticIp" },
  }),
});
