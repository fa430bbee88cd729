/** Amazon Neptune's control plane: authorized as RDS. */
import { defineService } from "./define-service.ts";
import clusters from "./rds-clusters.ts";
import instanceDeletion from "./rds-instance-deletion.ts";
import besides from "./rds-keys.ts";
import makes from "./rds-makes.ts";
import resources from "./rds-resources.ts";

export default defineService({
  sdkId: "Neptune",
  resources,
  operations: { ...clusters, ...instanceDeletion },
  makes,
  besides,
});
