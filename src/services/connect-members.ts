/** Amazon Connect: what a request names deep inside, or as one of several kinds, and what it makes. */
import { authorizedOn } from "./define-service.ts";
import { arnFrom, either, filled, type ResourceRule, typed } from "./rule-resource.ts";
import { captured, eachOf, type MemberPath, matching, member, unknownPart } from "./rule-value.ts";

const HERE = "arn:aws:connect:us-east-1:123456789012";
const INSTANCE = `${HERE}:instance/i1`;

const IN_INSTANCE = { InstanceId: member("InstanceId") };

const below = (type: string, variable: string, ...paths: readonly MemberPath[]): ResourceRule =>
  filled(type, { ...IN_INSTANCE, [variable]: eachOf(...paths.map(member)) });

const PROFILE = below("routing-profile", "RoutingProfileId", "RoutingProfileId");

const QUEUES = ["QueueConfigs[].QueueReference.QueueId", "ManualAssignmentQueueConfigs[].QueueReference.QueueId"];

const made = (type: string, variable: string): ResourceRule =>
  filled(type, { ...IN_INSTANCE, [variable]: unknownPart("*", "id-assigned-by-aws", `${variable} of ${type}`) });

/** Those that a filter names, by id or by ARN; any of the instance where it names none. */
const filtered = (type: string, variable: string, path: MemberPath): ResourceRule =>
  either(
    below(type, variable, path),
    filled(type, { ...IN_INSTANCE, [variable]: unknownPart("*", "no-resource-in-input", `no filter by ${type}`) }),
  );

/** The ARN that the target is, of an instance or of a group of instances, or the instance by its id. */
const TARGET = either(arnFrom(captured(member("TargetArn"), /^(arn:.+)$/)), filled("instance", IN_INSTANCE));

const QUALIFIED = /^(?<ViewId>[^:]+):(?<ViewQualifier>[^:]+)$/;

/** Views of AWS are called by their ARN. */
const VIEW = either(
  arnFrom(captured(member("ViewId"), /^(arn:.+)$/)),
  filled("qualified-customer-managed-view", matching(member("ViewId"), QUALIFIED, { also: IN_INSTANCE })),
  filled("customer-managed-view", { ...IN_INSTANCE, ViewId: captured(member("ViewId"), /^([^:]+)$/) }),
);

export default authorizedOn(
  {
    AssociateRoutingProfileQueues: {
      resources: [PROFILE, below("queue", "QueueId", ...QUEUES)],
      input: {
        InstanceId: "i1",
        RoutingProfileId: "r1",
        QueueConfigs: [{ QueueReference: { QueueId: "q1", Channel: "VOICE" } }],
        ManualAssignmentQueueConfigs: [{ QueueReference: { QueueId: "q2", Channel: "EMAIL" } }],
      },
      on: [`${INSTANCE}/queue/q1 + ${INSTANCE}/queue/q2 + ${INSTANCE}/routing-profile/r1`],
    },
    CreateRoutingProfile: {
      resources: [
        below("queue", "QueueId", "DefaultOutboundQueueId", ...QUEUES),
        made("routing-profile", "RoutingProfileId"),
      ],
      input: {
        InstanceId: "i1",
        DefaultOutboundQueueId: "q0",
        QueueConfigs: [{ QueueReference: { QueueId: "q1", Channel: "VOICE" } }],
      },
      on: [`${INSTANCE}/queue/q0 + ${INSTANCE}/queue/q1`, `${INSTANCE}/routing-profile/*`],
    },
    ...Object.fromEntries(
      ["AssociateSecurityProfiles", "DisassociateSecurityProfiles"].map((operation) => [
        operation,
        {
          resources: [
            filled("instance", IN_INSTANCE),
            below("security-profile", "SecurityProfileId", "SecurityProfiles[].Id"),
          ],
          input: { InstanceId: "i1", SecurityProfiles: [{ Id: "s1" }, { Id: "s2" }] },
          on: [`${INSTANCE} + ${INSTANCE}/security-profile/s1 + ${INSTANCE}/security-profile/s2`],
        },
      ]),
    ),
    CreateUser: {
      resources: [
        made("user", "UserId"),
        PROFILE,
        below("security-profile", "SecurityProfileId", "SecurityProfileIds[]"),
        below("hierarchy-group", "HierarchyGroupId", "HierarchyGroupId"),
      ],
      input: { InstanceId: "i1", DirectoryUserId: "d1", RoutingProfileId: "r1", SecurityProfileIds: ["s1"] },
      on: [`${INSTANCE}/routing-profile/r1 + ${INSTANCE}/security-profile/s1`, `${INSTANCE}/agent/*`],
    },
    ClaimPhoneNumber: {
      resources: [typed("wildcard-phone-number"), TARGET],
      input: { TargetArn: `${HERE}:traffic-distribution-group/t1`, PhoneNumber: "+15550100" },
      on: [`${HERE}:phone-number/* + ${HERE}:traffic-distribution-group/t1`],
    },
    UpdatePhoneNumber: {
      resources: [typed("phone-number"), TARGET],
      input: { PhoneNumberId: "p1", TargetArn: INSTANCE },
      on: [`${INSTANCE} + ${HERE}:phone-number/p1`],
    },
    DescribeView: {
      resources: [VIEW],
      input: { InstanceId: "i1", ViewId: "v1:$SAVED" },
      on: [`${INSTANCE}/view/v1:$SAVED`],
    },
    GetMetricData: {
      resources: [filtered("queue", "QueueId", "Filters.Queues[]")],
      input: { InstanceId: "i1", Filters: { Queues: ["q1"] } },
      on: [`${INSTANCE}/queue/q1`],
    },
    GetCurrentMetricData: {
      resources: [
        filtered("queue", "QueueId", "Filters.Queues[]"),
        filtered("routing-profile", "RoutingProfileId", "Filters.RoutingProfiles[]"),
      ],
      input: { InstanceId: "i1", Filters: { Queues: ["q1", `${INSTANCE}/queue/q2`] } },
      on: [`${INSTANCE}/queue/q1 + ${INSTANCE}/queue/q2`, `${INSTANCE}/routing-profile/*`],
    },
  },
  {
    servicePrefix: "connect",
    because: "the request names the queues, profiles, numbers and views that it is about, each in its own place",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonconnect.html",
  },
);
