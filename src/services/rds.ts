/** Amazon RDS: clusters, instances and what surrounds them. */
import { defineService } from "./define-service.ts";
import blueGreen from "./rds-blue-green.ts";
import clusters from "./rds-clusters.ts";
import instanceDeletion from "./rds-instance-deletion.ts";
import instances from "./rds-instances.ts";
import besides from "./rds-keys.ts";
import makes from "./rds-makes.ts";
import multiAz from "./rds-multi-az.ts";
import ownResources from "./rds-own-resources.ts";
import resources from "./rds-resources.ts";
import { DIRECTORY_ROLE } from "./rds-roles.ts";

export default defineService({
  sdkId: "RDS",
  resources: { ...resources, ...ownResources },
  operations: { ...clusters, ...instanceDeletion, ...instances, ...multiAz, ...blueGreen },
  makes,
  besides: [...besides, DIRECTORY_ROLE],
});
