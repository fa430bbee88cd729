/** Makes inputs from an operation's model: one with its required members alone, one with all that it has. */

const ACCOUNT = "123456789012";

const plain = (name) => name.toLowerCase().replace(/[^a-z0-9]/g, "");

const kebab = (name) => name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();

/** An ARN as the member's name tells it: a role, a key, a resource type of the API, else one of no known type. */
function arnFor(member, model) {
  if (/role/i.test(member)) return `arn:aws:iam::${ACCOUNT}:role/my-role`;
  if (/kms|encryptionkey/i.test(member))
    return `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  const stem = plain(member).replace(/arns?$/, "");
  const types = [...(model?.resourceTypes.values() ?? [])];
  const type = types.find(({ name }) => plain(name) === stem) ?? types.find(({ name }) => stem.endsWith(plain(name)));
  const template = type?.arns[0] ?? (stem === "resource" ? types[0]?.arns[0] : undefined);
  if (template === undefined) return `arn:aws:${model?.servicePrefix ?? "none"}:us-east-1:${ACCOUNT}:thing/my-thing`;
  const facts = { Partition: "aws", Region: "us-east-1", Account: ACCOUNT };
  return template
    .replace(/\$\{(\w+)\}/g, (_, variable) => facts[variable] ?? `my-${kebab(variable)}`)
    .replace(/\*/g, "x");
}

function scalar(type, member, model) {
  if (type === "boolean") return true;
  if (type === "integer" || type === "long" || type === "float" || type === "double") return 1;
  if (type === "timestamp") return "2026-01-15T12:00:00Z";
  if (type === "document") return {};
  if (/arns?$|^resource$/i.test(member)) return arnFor(member, model);
  return `my-${kebab(member)}`;
}

function structure(members, context) {
  const taken = members.filter(({ required }) => context.isFull || required);
  return Object.fromEntries(taken.map((member) => [member.name, valueFor(member, context)]));
}

function valueFor(member, context) {
  const { name, type, itemType, members = [] } = member;
  const inner = (kind) => (kind === "structure" ? structure(members, context) : scalar(kind, name, context.model));
  if (type === "list") return [inner(itemType)];
  if (type === "map") return { "my-key": inner(itemType) };
  return inner(type);
}

/** `model`: the authorization model of the API, for the ARNs in it. */
export const syntheticInput = (operation, { isFull, model }) => structure(operation.members, { isFull, model });
