/** All service records, looked up by service id. A test holds this list complete. */
import accessanalyzer from "./accessanalyzer.ts";
import agentRegistry from "./agent-registry.ts";
import apigateway from "./apigateway.ts";
import apigatewaymanagementapi from "./apigatewaymanagementapi.ts";
import apigatewayv2 from "./apigatewayv2.ts";
import appflow from "./appflow.ts";
import appsync from "./appsync.ts";
import appsyncApi from "./appsync-api.ts";
import athena from "./athena.ts";
import autoScaling from "./auto-scaling.ts";
import bcmPricingCalculator from "./bcm-pricing-calculator.ts";
import bedrock from "./bedrock.ts";
import bedrockAgent from "./bedrock-agent.ts";
import bedrockAgentRuntime from "./bedrock-agent-runtime.ts";
import bedrockAgentcore from "./bedrock-agentcore.ts";
import bedrockAgentcoreControl from "./bedrock-agentcore-control.ts";
import bedrockRuntime from "./bedrock-runtime.ts";
import budgets from "./budgets.ts";
import chimeSdkIdentity from "./chime-sdk-identity.ts";
import chimeSdkMessaging from "./chime-sdk-messaging.ts";
import cleanrooms from "./cleanrooms.ts";
import clouddirectory from "./clouddirectory.ts";
import cloudfront from "./cloudfront.ts";
import cloudhsmv2 from "./cloudhsmv2.ts";
import cloudwatch from "./cloudwatch.ts";
import comprehend from "./comprehend.ts";
import connect from "./connect.ts";
import connectparticipant from "./connectparticipant.ts";
import customerProfiles from "./customer-profiles.ts";
import deadline from "./deadline.ts";
import type { ServiceRules } from "./define-service.ts";
import dms from "./dms.ts";
import docdb from "./docdb.ts";
import docdbElastic from "./docdb-elastic.ts";
import dsql from "./dsql.ts";
import dynamodb from "./dynamodb.ts";
import ec2 from "./ec2.ts";
import efs from "./efs.ts";
import elasticache from "./elasticache.ts";
import elasticsearch from "./elasticsearch.ts";
import elbv2 from "./elbv2.ts";
import emr from "./emr.ts";
import emrContainers from "./emr-containers.ts";
import emrServerless from "./emr-serverless.ts";
import events from "./events.ts";
import executeApi from "./execute-api.ts";
import frauddetector from "./frauddetector.ts";
import gameliftstreams from "./gameliftstreams.ts";
import globalAccelerator from "./global-accelerator.ts";
import glue from "./glue.ts";
import greengrassv2 from "./greengrassv2.ts";
import iam from "./iam.ts";
import imagebuilder from "./imagebuilder.ts";
import iotData from "./iot-data.ts";
import iotJobsData from "./iot-jobs-data.ts";
import iotfleetwise from "./iotfleetwise.ts";
import iotsitewise from "./iotsitewise.ts";
import iotwireless from "./iotwireless.ts";
import kafka from "./kafka.ts";
import kendra from "./kendra.ts";
import keyspaces from "./keyspaces.ts";
import kinesis from "./kinesis.ts";
import kinesisvideo from "./kinesisvideo.ts";
import kms from "./kms.ts";
import lakeformation from "./lakeformation.ts";
import lambda from "./lambda.ts";
import lexModels from "./lex-models.ts";
import lexModelsV2 from "./lex-models-v2.ts";
import lightsail from "./lightsail.ts";
import location from "./location.ts";
import logs from "./logs.ts";
import machinelearning from "./machinelearning.ts";
import mediaconnect from "./mediaconnect.ts";
import mediaconvert from "./mediaconvert.ts";
import medialive from "./medialive.ts";
import mediapackage from "./mediapackage.ts";
import memorydb from "./memorydb.ts";
import neptune from "./neptune.ts";
import neptuneGraph from "./neptune-graph.ts";
import neptunedata from "./neptunedata.ts";
import networkFirewall from "./network-firewall.ts";
import networkmanager from "./networkmanager.ts";
import odb from "./odb.ts";
import omics from "./omics.ts";
import opensearch from "./opensearch.ts";
import opensearchCollection from "./opensearch-collection.ts";
import opensearchDomain from "./opensearch-domain.ts";
import opensearchserverless from "./opensearchserverless.ts";
import pcs from "./pcs.ts";
import pi from "./pi.ts";
import pinpoint from "./pinpoint.ts";
import pinpointSmsVoiceV2 from "./pinpoint-sms-voice-v2.ts";
import polly from "./polly.ts";
import qapps from "./qapps.ts";
import qbusiness from "./qbusiness.ts";
import qconnect from "./qconnect.ts";
import quicksight from "./quicksight.ts";
import rds from "./rds.ts";
import rdsData from "./rds-data.ts";
import redshift from "./redshift.ts";
import redshiftData from "./redshift-data.ts";
import redshiftServerless from "./redshift-serverless.ts";
import rekognition from "./rekognition.ts";
import route53 from "./route-53.ts";
import route53resolver from "./route53resolver.ts";
import s3 from "./s3.ts";
import s3control from "./s3control.ts";
import s3tables from "./s3tables.ts";
import sagemaker from "./sagemaker.ts";
import sagemakerFeaturestoreRuntime from "./sagemaker-featurestore-runtime.ts";
import sagemakerRuntime from "./sagemaker-runtime.ts";
import scheduler from "./scheduler.ts";
import secretsmanager from "./secretsmanager.ts";
import ses from "./ses.ts";
import sesv2 from "./sesv2.ts";
import simpledb from "./simpledb.ts";
import sns from "./sns.ts";
import sqs from "./sqs.ts";
import ssm from "./ssm.ts";
import ssmContacts from "./ssm-contacts.ts";
import states from "./states.ts";
import sts from "./sts.ts";
import textract from "./textract.ts";
import timestreamInfluxdb from "./timestream-influxdb.ts";
import timestreamQuery from "./timestream-query.ts";
import timestreamWrite from "./timestream-write.ts";
import transcribe from "./transcribe.ts";
import verifiedpermissions from "./verifiedpermissions.ts";
import vpcLattice from "./vpc-lattice.ts";
import wisdom from "./wisdom.ts";

export const SERVICES: readonly ServiceRules[] = [
  accessanalyzer,
  agentRegistry,
  apigateway,
  apigatewaymanagementapi,
  apigatewayv2,
  appflow,
  appsync,
  appsyncApi,
  athena,
  autoScaling,
  bcmPricingCalculator,
  bedrock,
  bedrockAgent,
  bedrockAgentcore,
  bedrockAgentcoreControl,
  bedrockAgentRuntime,
  bedrockRuntime,
  budgets,
  chimeSdkIdentity,
  chimeSdkMessaging,
  cleanrooms,
  clouddirectory,
  cloudfront,
  cloudhsmv2,
  cloudwatch,
  comprehend,
  connect,
  connectparticipant,
  customerProfiles,
  deadline,
  dms,
  docdb,
  docdbElastic,
  dsql,
  dynamodb,
  ec2,
  efs,
  elasticache,
  elasticsearch,
  elbv2,
  emr,
  emrContainers,
  emrServerless,
  events,
  executeApi,
  frauddetector,
  gameliftstreams,
  globalAccelerator,
  glue,
  greengrassv2,
  iam,
  imagebuilder,
  iotData,
  iotfleetwise,
  iotJobsData,
  iotsitewise,
  iotwireless,
  kafka,
  kendra,
  keyspaces,
  kinesis,
  kinesisvideo,
  kms,
  lakeformation,
  lambda,
  lexModels,
  lexModelsV2,
  lightsail,
  location,
  logs,
  machinelearning,
  mediaconnect,
  mediaconvert,
  medialive,
  mediapackage,
  memorydb,
  neptune,
  neptunedata,
  neptuneGraph,
  networkFirewall,
  networkmanager,
  odb,
  omics,
  opensearch,
  opensearchCollection,
  opensearchDomain,
  opensearchserverless,
  pcs,
  pi,
  pinpoint,
  pinpointSmsVoiceV2,
  polly,
  qapps,
  qbusiness,
  qconnect,
  quicksight,
  rds,
  rdsData,
  redshift,
  redshiftData,
  redshiftServerless,
  rekognition,
  route53,
  route53resolver,
  s3,
  s3control,
  s3tables,
  sagemaker,
  sagemakerFeaturestoreRuntime,
  sagemakerRuntime,
  scheduler,
  secretsmanager,
  ses,
  sesv2,
  simpledb,
  sns,
  sqs,
  ssm,
  ssmContacts,
  states,
  sts,
  textract,
  timestreamInfluxdb,
  timestreamQuery,
  timestreamWrite,
  transcribe,
  verifiedpermissions,
  vpcLattice,
  wisdom,
];

const bySdkId: ReadonlyMap<string, ServiceRules> = new Map(SERVICES.map((rules) => [rules.sdkId, rules]));

/** The record of the API with this service id; undefined where the default holds for all of it. */
export const serviceRules = (sdkId: string): ServiceRules | undefined => bySdkId.get(sdkId);
