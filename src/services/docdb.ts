/** Amazon DocumentDB: authorized as RDS. */
import { defineService } from "./define-service.ts";
import clusters from "./rds-clusters.ts";
import besides from "./rds-keys.ts";
import makes from "./rds-makes.ts";
import resources from "./rds-resources.ts";

export default defineService({ sdkId: "DocDB", resources, operations: clusters, makes, besides });
