/** Amazon Lightsail: names in requests, ids in ARNs. */
import { defineService } from "./define-service.ts";
import { knownByIdOnly } from "./known-by-id.ts";

export default defineService({
  sdkId: "Lightsail",
  resources: knownByIdOnly(
    {
      Alarm: {
        variable: "Id",
        members: ["alarmName"],
        operation: "DeleteAlarm",
        permit: "lightsail:DeleteAlarm arn:aws:lightsail:us-east-1:123456789012:Alarm/*",
      },
      Bucket: {
        variable: "Id",
        members: ["bucketName"],
        operation: "DeleteBucket",
        permit: "lightsail:DeleteBucket arn:aws:lightsail:us-east-1:123456789012:Bucket/*",
      },
      Certificate: {
        variable: "Id",
        members: ["certificateName"],
        operation: "DeleteCertificate",
        permit: "lightsail:DeleteCertificate arn:aws:lightsail:us-east-1:123456789012:Certificate/*",
      },
      Disk: {
        variable: "Id",
        members: ["diskName"],
        operation: "DeleteDisk",
        permit: "lightsail:DeleteDisk arn:aws:lightsail:us-east-1:123456789012:Disk/*",
      },
      DiskSnapshot: {
        variable: "Id",
        members: ["diskSnapshotName"],
        operation: "DeleteDiskSnapshot",
        permit: "lightsail:DeleteDiskSnapshot arn:aws:lightsail:us-east-1:123456789012:DiskSnapshot/*",
      },
      Distribution: {
        variable: "Id",
        members: ["distributionName"],
        operation: "DeleteDistribution",
        permit: "lightsail:DeleteDistribution arn:aws:lightsail:us-east-1:123456789012:Distribution/*",
      },
      Domain: {
        variable: "Id",
        members: ["domainName"],
        operation: "DeleteDomain",
        permit: "lightsail:DeleteDomain arn:aws:lightsail:us-east-1:123456789012:Domain/*",
      },
      Instance: {
        variable: "Id",
        members: ["instanceName", "instanceNames"],
        operation: "DeleteInstance",
        permit: "lightsail:DeleteInstance arn:aws:lightsail:us-east-1:123456789012:Instance/*",
      },
      InstanceSnapshot: {
        variable: "Id",
        members: ["instanceSnapshotName"],
        operation: "DeleteInstanceSnapshot",
        permit: "lightsail:DeleteInstanceSnapshot arn:aws:lightsail:us-east-1:123456789012:InstanceSnapshot/*",
      },
      KeyPair: {
        variable: "Id",
        members: ["keyPairName"],
        operation: "DeleteKeyPair",
        permit: "lightsail:DeleteKeyPair arn:aws:lightsail:us-east-1:123456789012:KeyPair/*",
      },
      LoadBalancer: {
        variable: "Id",
        members: ["loadBalancerName"],
        operation: "DeleteLoadBalancer",
        permit: "lightsail:DeleteLoadBalancer arn:aws:lightsail:us-east-1:123456789012:LoadBalancer/*",
      },
      RelationalDatabase: {
        variable: "Id",
        members: ["relationalDatabaseName"],
        operation: "RebootRelationalDatabase",
        permit: "lightsail:RebootRelationalDatabase arn:aws:lightsail:us-east-1:123456789012:RelationalDatabase/*",
      },
      RelationalDatabaseSnapshot: {
        variable: "Id",
        members: ["relationalDatabaseSnapshotName"],
        operation: "DeleteRelationalDatabaseSnapshot",
        permit:
          "lightsail:DeleteRelationalDatabaseSnapshot arn:aws:lightsail:us-east-1:123456789012:RelationalDatabaseSnapshot/*",
      },
      StaticIp: {
        variable: "Id",
        members: ["staticIpName"],
        operation: "ReleaseStaticIp",
        permit: "lightsail:ReleaseStaticIp arn:aws:lightsail:us-east-1:123456789012:StaticIp/*",
      },
    },
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonlightsail.html",
  ),
});
