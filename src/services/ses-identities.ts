/** Amazon SES: who sends is an identity, the address itself or its domain, whichever of the two is verified. */
import { arnFrom, bothOf, either, filled, type ResourceRule } from "./rule-resource.ts";
import { captured, firstOf, type MemberPath, member, type RuleValue, unknownPart } from "./rule-value.ts";

const ADDRESS = /^(?:.*<)?\s*([^<>\s]+@[^<>\s]+?)>?\s*$/;
const DOMAIN = /@([^<>\s@]+?)>?\s*$/;

/** `Shop <a@example.com>`: the request does not tell which of address and domain is verified. */
export const identityOf = (sender: RuleValue): ResourceRule =>
  bothOf(
    filled("identity", { IdentityName: captured(sender, ADDRESS) }),
    filled("identity", { IdentityName: captured(sender, DOMAIN) }),
  );

interface Mail {
  readonly sender: MemberPath;
  /** Members that name the identity by its ARN, as those do who send for another account. */
  readonly senderArns?: readonly MemberPath[];
  /** Members that name a template, by ARN or by name. */
  readonly templates?: readonly MemberPath[];
}

/** What a mail is checked on: the sender's identity, the configuration set and the template. */
export const mailFrom = ({ sender, senderArns = [], templates = [] }: Mail): ResourceRule =>
  bothOf(
    either(
      arnFrom(firstOf(...senderArns.map(member))),
      identityOf(member(sender)),
      filled("identity", {
        IdentityName: unknownPart("*", "no-resource-in-input", "the sender stands in the message alone"),
      }),
    ),
    filled("configuration-set", { ConfigurationSetName: member("ConfigurationSetName") }),
    filled("template", { TemplateName: firstOf(...templates.map(member)) }),
  );
