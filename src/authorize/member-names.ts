/** How well the name of an input member fits a variable of an ARN template. Knows words, no AWS service. */

/** Members fit better the higher; 0: not at all. */
export const NAME_FIT = { exact: 6, stem: 5, typeName: 4, bare: 3, suffix: 2, none: 0 } as const;

export interface VariableSlot {
  readonly variable: string;
  /** The resource type the variable names, e.g. `table`. */
  readonly type: string;
  /** The last variable of a template names the resource itself, those before it its parents. */
  readonly isLast: boolean;
  /** The operation makes a new resource of this type, so an id of it cannot be in the input. */
  readonly isCreated: boolean;
  /** The operation is about this type, so `Name` and `Id` mean it. */
  readonly takesBareNames: boolean;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

const stems = new Map<string, string>();

/** `DBInstanceIdentifier` -> `dbinstance`; empty for `Name`, `Id`, `Arn` alone. */
export function stemOf(name: string): string {
  const known = stems.get(name);
  if (known !== undefined) return known;
  const stem = plain(name)
    .replace(/(?:withpath|withoutleadingslash)$/, "")
    .replace(/(?:arn|identifier|id|name|url|uri)s?(?:list)?$/, "")
    .replace(/(?<=[a-z]{4})ies$/, "y")
    .replace(/s$/, "");
  stems.set(name, stem);
  return stem;
}

/** The operation's noun: `CreateTable` -> `table`. */
export const nounOf = (operation: string): string => stemOf(operation.replace(/^(?:Batch)?[A-Z][a-z0-9]*/, ""));

const isId = (name: string): boolean => /(?:id|ids|identifier|uuid)$/i.test(name);
const isName = (name: string): boolean => /name$/i.test(name);

/** Operations that change what is there already. */
const CHANGING = /^(?:Update|Modify)(?=[A-Z])/;

/** True of the `Name` in a change of what another member names: the new name, not the one that is meant. */
export function isNewName(member: string, operation: string, members: readonly string[]): boolean {
  if (plain(member) !== "name" || !CHANGING.test(operation)) return false;
  const noun = nounOf(operation);
  return members.some((other) => isReference(other) && stemOf(other).length >= 4 && noun.endsWith(stemOf(other)));
}

const isBareName = (name: string): boolean => /^(?:name|id|identifier)s?$/i.test(name);

/** What AWS assigns at creation is not what the caller names. */
const isForeignToCreation = (member: string, slot: VariableSlot): boolean =>
  slot.isCreated && slot.isLast && isId(slot.variable) && (isName(member) || !isId(member));

const overlaps = (a: string, b: string): boolean =>
  (b.length >= 4 && a.endsWith(b)) || (a.length >= 4 && b.endsWith(a));

/** True of a member whose name says that it holds resources of the type, whatever else it may say. */
export function speaksOfType(member: string, type: string): boolean {
  const [memberStem, typeStem] = [stemOf(member), stemOf(type)];
  return memberStem !== "" && (isSameStem(memberStem, typeStem) || overlaps(memberStem, typeStem));
}

/** True of a member that may name a resource of whatever type. */
export const isReference = (member: string): boolean => isId(member) || /(?:names?|identifiers|arns?)$/i.test(member);

/** `ResourceId` stands for the id of whatever type the template is of. */
const isGeneric = (slot: VariableSlot): boolean => stemOf(slot.variable) === "resource";

/** Words that AWS writes both ways, members in one and templates in the other. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  application: "app",
  configuration: "config",
  repository: "repo",
};

const LONG_FORMS = new RegExp(Object.keys(SHORT_FORMS).join("|"), "g");

const shortened = (stem: string): string => stem.replace(LONG_FORMS, (word) => SHORT_FORMS[word] ?? word);

const isSameStem = (a: string, b: string): boolean => a === b || shortened(a) === shortened(b);

export function nameFit(member: string, slot: VariableSlot): number {
  if (isGeneric(slot) && slot.isLast && stemOf(member) === stemOf(slot.type)) return NAME_FIT.exact;
  if (plain(member) === plain(slot.variable)) return isGeneric(slot) ? NAME_FIT.typeName : NAME_FIT.exact;
  if (isForeignToCreation(member, slot)) return NAME_FIT.none;
  const [memberStem, variableStem] = [stemOf(member), stemOf(slot.variable)];
  if (memberStem === "")
    return isBareName(member) && slot.isLast && slot.takesBareNames ? NAME_FIT.bare : NAME_FIT.none;
  if (isSameStem(memberStem, variableStem)) return NAME_FIT.stem;
  if (slot.isLast && isSameStem(memberStem, stemOf(slot.type))) return NAME_FIT.typeName;
  return overlaps(memberStem, variableStem) ? NAME_FIT.suffix : NAME_FIT.none;
}
