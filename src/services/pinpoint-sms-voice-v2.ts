/** End User Messaging SMS: who sends is a phone number, a pool or a sender id, by id or ARN. */
import { defineService } from "./define-service.ts";
import { whenMember, whenMemberEquals } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { captured, firstOf, member, unknownPart } from "./rule-value.ts";
import setDeletion from "./sms-voice-sets.ts";

export default defineService({
  sdkId: "Pinpoint SMS Voice V2",
  resources: {
    PhoneNumber: {
      filledBy: [
        {
          PhoneNumberId: captured(
            member("OriginationIdentity"),
            /^(phone-[\w-]+|arn:[^:]+:sms-voice:[^:]+:\d+:phone-number\/.+)$/,
          ),
        },
        { PhoneNumberId: firstOf(member("PhoneNumberId"), member("PhoneNumberIds[]")) },
      ],
      because: "an id that begins with `phone-` is a phone number",
      see: "https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html",
      examples: [
        {
          operation: "SendTextMessage",
          input: { DestinationPhoneNumber: "+12065550100", OriginationIdentity: "phone-0123456789abcdef" },
          permits: [
            "sms-voice:SendTextMessage arn:aws:sms-voice:us-east-1:123456789012:phone-number/phone-0123456789abcdef",
          ],
        },
      ],
    },
    Pool: {
      filledBy: [
        {
          PoolId: captured(member("OriginationIdentity"), /^(pool-[\w-]+|arn:[^:]+:sms-voice:[^:]+:\d+:pool\/.+)$/),
        },
        { PoolId: firstOf(member("PoolId"), member("PoolIds[]")) },
      ],
      because: "an id that begins with `pool-` is a pool",
      see: "https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html",
      examples: [
        {
          operation: "SendTextMessage",
          input: { DestinationPhoneNumber: "+12065550100", OriginationIdentity: "pool-0123456789abcdef" },
          permits: ["sms-voice:SendTextMessage arn:aws:sms-voice:us-east-1:123456789012:pool/pool-0123456789abcdef"],
        },
      ],
    },
    SenderId: {
      filledBy: [
        { SenderId: captured(member("OriginationIdentity"), /^(arn:[^:]+:sms-voice:[^:]+:\d+:sender-id\/.+)$/) },
        {
          SenderId: firstOf(
            captured(member("OriginationIdentity"), /^(?!phone-|pool-|rcs-)([A-Za-z0-9_-]{1,11})$/),
            member("SenderId"),
          ),
          IsoCountryCode: firstOf(
            member("IsoCountryCode"),
            unknownPart("*", "no-resource-in-input", "the request does not tell the sender id's country"),
          ),
        },
      ],
      because: "any other short name is a sender id, which is registered by country",
      see: "https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html",
      examples: [
        {
          operation: "SendTextMessage",
          input: { DestinationPhoneNumber: "+12065550100", OriginationIdentity: "SHOP" },
          permits: ["sms-voice:SendTextMessage arn:aws:sms-voice:us-east-1:123456789012:sender-id/SHOP/*"],
        },
      ],
    },
  },
  operations: {
    ...setDeletion,
    RequestPhoneNumber: {
      authorizedActions: [
        { action: "sms-voice:RequestPhoneNumber" },
        {
          action: "sms-voice:AssociateOriginationIdentity",
          resource: filled("Pool", { PoolId: member("PoolId") }),
          when: whenMember("PoolId"),
          origin: "dependent",
          because: "the new number joins the pool",
        },
      ],
      because: "a number that joins a pool is associated with it",
      see: "https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_RequestPhoneNumber.html",
      examples: [
        {
          input: { IsoCountryCode: "US", MessageType: "TRANSACTIONAL", PoolId: "pool-0123456789abcdef" },
          permits: [
            "sms-voice:RequestPhoneNumber arn:aws:sms-voice:us-east-1:123456789012:pool/pool-0123456789abcdef",
            "sms-voice:AssociateOriginationIdentity arn:aws:sms-voice:us-east-1:123456789012:pool/pool-0123456789abcdef",
          ],
        },
      ],
    },
    SendDestinationNumberVerificationCode: {
      authorizedActions: [
        { action: "sms-voice:SendDestinationNumberVerificationCode" },
        {
          action: "sms-voice:SendTextMessage",
          when: whenMemberEquals("VerificationChannel", "TEXT"),
          origin: "dependent",
          because: "the code is sent as a text message",
        },
        {
          action: "sms-voice:SendVoiceMessage",
          when: whenMemberEquals("VerificationChannel", "VOICE"),
          origin: "dependent",
          because: "the code is spoken in a call",
        },
      ],
      because: "a code is sent as a message of the channel that the request names",
      see: "https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendDestinationNumberVerificationCode.html",
      examples: [
        {
          input: { VerificationChannel: "TEXT", OriginationIdentity: "phone-0123456789abcdef" },
          permits: [
            "sms-voice:SendDestinationNumberVerificationCode arn:aws:sms-voice:us-east-1:123456789012:phone-number/phone-0123456789abcdef",
            "sms-voice:SendTextMessage arn:aws:sms-voice:us-east-1:123456789012:phone-number/phone-0123456789abcdef",
          ],
        },
        {
          input: { VerificationChannel: "VOICE", OriginationIdentity: "phone-0123456789abcdef" },
          permits: [
            "sms-voice:SendDestinationNumberVerificationCode arn:aws:sms-voice:us-east-1:123456789012:phone-number/phone-0123456789abcdef",
            "sms-voice:SendVoiceMessage *",
          ],
        },
      ],
    },
  },
});
