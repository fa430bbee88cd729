/** Amazon Connect Cases: fields, rules and layouts are named one by one inside of lists. */
import { authorizedOn, defineService } from "./define-service.ts";
import { filled, type ResourceRule } from "./rule-resource.ts";
import { firstOf, type MemberPath, member, unknownPart } from "./rule-value.ts";

const DOMAIN = "arn:aws:cases:us-east-1:123456789012:domain/d1";

const BY_DOMAIN = { DomainId: member("domainId") };

const below = (type: string, variable: string, path: MemberPath): ResourceRule =>
  filled(type, { ...BY_DOMAIN, [variable]: member(path) });

const IN_DOMAIN = filled("Domain", BY_DOMAIN);
const FIELDS = below("Field", "FieldId", "fields[].id");
const CASE = below("Case", "CaseId", "caseId");

const NEW_CASE = filled("Case", {
  ...BY_DOMAIN,
  CaseId: unknownPart("*", "id-assigned-by-aws", "CaseId of Case"),
});

const LAYOUT = filled("Layout", {
  ...BY_DOMAIN,
  LayoutId: firstOf(
    member("layoutConfiguration.defaultLayout"),
    unknownPart("*", "no-resource-in-input", "a template without a layout of its own"),
  ),
});

const fields = [{ id: "f1" }, { id: "f2" }];
const ON_FIELDS = `${DOMAIN}/field/f1 + ${DOMAIN}/field/f2`;

export default defineService({
  sdkId: "ConnectCases",
  operations: authorizedOn(
    {
      BatchGetField: {
        resources: [IN_DOMAIN, FIELDS],
        input: { domainId: "d1", fields },
        on: [`${DOMAIN} + ${ON_FIELDS}`],
      },
      BatchGetCaseRule: {
        resources: [IN_DOMAIN, below("CaseRule", "CaseRuleId", "caseRules[].id")],
        input: { domainId: "d1", caseRules: [{ id: "r1" }] },
        on: [`${DOMAIN} + ${DOMAIN}/case-rule/r1`],
      },
      CreateCase: {
        resources: [IN_DOMAIN, NEW_CASE, FIELDS, below("Template", "TemplateId", "templateId")],
        input: { domainId: "d1", templateId: "t1", fields },
        on: [`${DOMAIN} + ${ON_FIELDS} + ${DOMAIN}/template/t1`, `${DOMAIN}/case/*`],
      },
      GetCase: {
        resources: [IN_DOMAIN, CASE, FIELDS],
        input: { domainId: "d1", caseId: "c1", fields },
        on: [`${DOMAIN} + ${DOMAIN}/case/c1 + ${ON_FIELDS}`],
      },
      UpdateCase: {
        resources: [IN_DOMAIN, CASE, FIELDS],
        input: { domainId: "d1", caseId: "c1", fields },
        on: [`${DOMAIN} + ${DOMAIN}/case/c1 + ${ON_FIELDS}`],
      },
      CreateTemplate: {
        resources: [
          IN_DOMAIN,
          LAYOUT,
          filled("Template", {
            ...BY_DOMAIN,
            TemplateId: unknownPart("*", "id-assigned-by-aws", "TemplateId of Template"),
          }),
        ],
        input: { domainId: "d1", name: "t", layoutConfiguration: { defaultLayout: "l1" } },
        on: [`${DOMAIN} + ${DOMAIN}/layout/l1`, `${DOMAIN}/template/*`],
      },
    },
    {
      servicePrefix: "cases",
      because: "a request is authorized on its domain and on each field, rule and layout that it names",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonconnectcases.html",
    },
  ),
});
