/** Service records of computing, networks and databases: a part of `index.ts`. */
import autoScaling from "./auto-scaling.ts";
import cloudfront from "./cloudfront.ts";
import type { ServiceRules } from "./define-service.ts";
import dms from "./dms.ts";
import docdb from "./docdb.ts";
import docdbElastic from "./docdb-elastic.ts";
import dsql from "./dsql.ts";
import ec2 from "./ec2.ts";
import elasticache from "./elasticache.ts";
import elasticsearch from "./elasticsearch.ts";
import elbv2 from "./elbv2.ts";
import globalAccelerator from "./global-accelerator.ts";
import imagebuilder from "./imagebuilder.ts";
import keyspaces from "./keyspaces.ts";
import lightsail from "./lightsail.ts";
import memorydb from "./memorydb.ts";
import neptune from "./neptune.ts";
import neptuneGraph from "./neptune-graph.ts";
import neptunedata from "./neptunedata.ts";
import networkFirewall from "./network-firewall.ts";
import networkmanager from "./networkmanager.ts";
import odb from "./odb.ts";
import opensearch from "./opensearch.ts";
import opensearchCollection from "./opensearch-collection.ts";
import opensearchDomain from "./opensearch-domain.ts";
import opensearchserverless from "./opensearchserverless.ts";
import pcs from "./pcs.ts";
import pi from "./pi.ts";
import rds from "./rds.ts";
import rdsData from "./rds-data.ts";
import redshift from "./redshift.ts";
import redshiftData from "./redshift-data.ts";
import redshiftServerless from "./redshift-serverless.ts";
import route53 from "./route-53.ts";
import route53resolver from "./route53resolver.ts";
import simpledb from "./simpledb.ts";
import timestreamInfluxdb from "./timestream-influxdb.ts";
import timestreamQuery from "./timestream-query.ts";
import timestreamWrite from "./timestream-write.ts";
import vpcLattice from "./vpc-lattice.ts";

export default [
  autoScaling,
  cloudfront,
  dms,
  docdb,
  docdbElastic,
  dsql,
  ec2,
  elasticache,
  elasticsearch,
  elbv2,
  globalAccelerator,
  imagebuilder,
  keyspaces,
  lightsail,
  memorydb,
  neptune,
  neptuneGraph,
  neptunedata,
  networkFirewall,
  networkmanager,
  odb,
  opensearch,
  opensearchCollection,
  opensearchDomain,
  opensearchserverless,
  pcs,
  pi,
  rds,
  rdsData,
  redshift,
  redshiftData,
  redshiftServerless,
  route53,
  route53resolver,
  simpledb,
  timestreamInfluxdb,
  timestreamQuery,
  timestreamWrite,
  vpcLattice,
] satisfies readonly ServiceRules[];
