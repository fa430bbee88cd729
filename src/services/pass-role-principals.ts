/**
 * Values of `iam:PassedToService` by API, from the "API operations" tables of the Service Authorization Reference and AWS
 * managed policies (https://docs.aws.amazon.com/service-authorization/latest/reference/). The first row that fits counts;
 * an API that is missing here gets iam:PassRole without the condition.
 */

interface PassedToRow {
  readonly sdkIds: readonly string[];
  readonly operations?: RegExp;
  /** The innermost member that holds the role. */
  readonly members?: RegExp;
  /** Absent: known to pass roles, to whom is not documented or contradictory. */
  readonly principals?: readonly string[];
}

const one = (principal: string, ...sdkIds: readonly string[]): PassedToRow => ({ sdkIds, principals: [principal] });

export const PASSED_TO: readonly PassedToRow[] = [
  one("lambda.amazonaws.com", "Lambda"),
  { sdkIds: ["EC2"], members: /^IamFleetRole$/, principals: ["spotfleet.amazonaws.com"] },
  { sdkIds: ["EC2"], members: /^DeliverLogsPermissionArn$/, principals: ["vpc-flow-logs.amazonaws.com"] },
  { sdkIds: ["Auto Scaling"], members: /^RoleARN$/, principals: ["autoscaling.amazonaws.com"] },
  {
    sdkIds: ["ECS"],
    members: /^(?:taskRoleArn|executionRoleArn)$/,
    operations: /^(?:Register|Run|Start)/,
    principals: ["ecs-tasks.amazonaws.com"],
  },
  { sdkIds: ["ECS"], members: /^(?:role|roleArn|infrastructureRoleArn)$/, principals: ["ecs.amazonaws.com"] },
  { sdkIds: ["EKS"], members: /^nodeRole$/, principals: ["ec2.amazonaws.com"] },
  { sdkIds: ["EKS"], operations: /PodIdentityAssociation|Addon/, principals: ["pods.eks.amazonaws.com"] },
  { sdkIds: ["EKS"], members: /^podExecutionRoleArn$/, principals: ["eks-fargate-pods.amazonaws.com"] },
  { sdkIds: ["EKS"], operations: /Cluster/, principals: ["eks.amazonaws.com"] },
  { sdkIds: ["Batch"], members: /^serviceRole$/, principals: ["batch.amazonaws.com"] },
  { sdkIds: ["Batch"], members: /^spotIamFleetRole$/, principals: ["spotfleet.amazonaws.com"] },
  { sdkIds: ["Batch"], members: /^(?:jobRoleArn|executionRoleArn)$/, principals: ["ecs-tasks.amazonaws.com"] },
  one("states.amazonaws.com", "SFN"),
  one("events.amazonaws.com", "EventBridge"),
  one("scheduler.amazonaws.com", "Scheduler"),
  one("pipes.amazonaws.com", "Pipes"),
  one("apigateway.amazonaws.com", "API Gateway", "ApiGatewayV2"),
  one("appsync.amazonaws.com", "AppSync"),
  {
    sdkIds: ["CloudFormation"],
    members: /^(?:ExecutionRoleArn|LogRoleArn)$/,
    principals: ["resources.cloudformation.amazonaws.com"],
  },
  one("cloudformation.amazonaws.com", "CloudFormation"),
  one("codebuild.amazonaws.com", "CodeBuild"),
  {
    sdkIds: ["CodePipeline"],
    principals: ["codepipeline.amazonaws.com", "codebuild.amazonaws.com", "cloudformation.amazonaws.com"],
  },
  one("codedeploy.amazonaws.com", "CodeDeploy"),
  one("cloudformation.sync.codeconnections.amazonaws.com", "CodeConnections", "CodeStar connections"),
  one("logs.amazonaws.com", "CloudWatch Logs"),
  { sdkIds: ["CloudWatch"], operations: /^PutMetricStream$/, principals: ["streams.metrics.cloudwatch.amazonaws.com"] },
  one("cloudwatch.amazonaws.com", "CloudWatch"),
  one("cloudtrail.amazonaws.com", "CloudTrail"),
  { sdkIds: ["Config Service"], operations: /Remediation/, principals: ["ssm.amazonaws.com"] },
  one("config.amazonaws.com", "Config Service"),
  one("firehose.amazonaws.com", "Firehose"),
  one("kinesisanalytics.amazonaws.com", "Kinesis Analytics", "Kinesis Analytics V2"),
  one("kafka.amazonaws.com", "Kafka"),
  one("kafkaconnect.amazonaws.com", "KafkaConnect"),
  one("glue.amazonaws.com", "Glue"),
  { sdkIds: ["EMR"], members: /^ServiceRole$/, principals: ["elasticmapreduce.amazonaws.com"] },
  { sdkIds: ["EMR"], members: /^JobFlowRole$/, principals: ["ec2.amazonaws.com"] },
  { sdkIds: ["EMR"], members: /^AutoScalingRole$/, principals: ["application-autoscaling.amazonaws.com"] },
  one("emr-serverless.amazonaws.com", "EMR Serverless"),
  one("redshift.amazonaws.com", "Redshift"),
  one("redshift-serverless.amazonaws.com", "Redshift Serverless"),
  { sdkIds: ["RDS", "Neptune", "DocDB"], members: /^(?!Monitoring)/, principals: ["rds.amazonaws.com"] },
  one("dms.amazonaws.com", "Database Migration Service"),
  one("sagemaker.amazonaws.com", "SageMaker"),
  one("bedrock.amazonaws.com", "Bedrock", "Bedrock Agent"),
  one("bedrock-agentcore.amazonaws.com", "Bedrock AgentCore Control"),
  one("ssm.amazonaws.com", "SSM"),
  one("sns.amazonaws.com", "SNS"),
  one("s3.amazonaws.com", "S3"),
  { sdkIds: ["S3 Control"], members: /^IAMRoleArn$/, principals: ["access-grants.s3.amazonaws.com"] },
  { sdkIds: ["S3 Control"], operations: /^CreateJob$/, principals: ["batchoperations.s3.amazonaws.com"] },
  one("replication.s3tables.amazonaws.com", "S3Tables"),
  one("transfer.amazonaws.com", "Transfer"),
  one("cognito-idp.amazonaws.com", "Cognito Identity Provider"),
  one("cognito-identity.amazonaws.com", "Cognito Identity"),
  {
    sdkIds: ["OpenSearch", "Elasticsearch Service"],
    operations: /^(?:Create|Update)(?:Elasticsearch)?Domain/,
    principals: ["es.amazonaws.com"],
  },
  { sdkIds: ["OpenSearch"], principals: ["directquery.opensearchservice.amazonaws.com"] },
  { sdkIds: ["AppRunner"] },
  one("application-autoscaling.amazonaws.com", "Application Auto Scaling"),
  one("backup.amazonaws.com", "Backup"),
  one("dlm.amazonaws.com", "DLM"),
  one("dax.amazonaws.com", "DAX"),
  one("synthetics.amazonaws.com", "synthetics"),
  one("medialive.amazonaws.com", "MediaLive"),
  one("mediaconvert.amazonaws.com", "MediaConvert"),
  one("comprehend.amazonaws.com", "Comprehend"),
  one("textract.amazonaws.com", "Textract"),
  one("transcribe.amazonaws.com", "Transcribe"),
  one("translate.amazonaws.com", "Translate"),
  one("fis.amazonaws.com", "fis"),
  one("iot.amazonaws.com", "IoT"),
  one("databrew.amazonaws.com", "DataBrew"),
  one("appconfig.amazonaws.com", "AppConfig"),
  one("airflow.amazonaws.com", "MWAA"),
];
