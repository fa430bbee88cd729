/** AWS DataSync: whatever a location is on, it is tagged as a location. */
import { defineService } from "./define-service.ts";
import { newResource } from "./rule-resource.ts";

const KINDS = [
  "AzureBlob",
  "Efs",
  "FsxLustre",
  "FsxOntap",
  "FsxOpenZfs",
  "FsxWindows",
  "Hdfs",
  "Nfs",
  "ObjectStorage",
  "S3",
  "Smb",
];

export default defineService({
  sdkId: "DataSync",
  makes: Object.fromEntries(KINDS.map((kind) => [`CreateLocation${kind}`, newResource("location")])),
});
