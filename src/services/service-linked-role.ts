/**
 * Roles that belong to an API of AWS and are made by its first use in an account. Who makes that use needs an action of
 * IAM, once; the request does not tell whether the role is there.
 */
export const SERVICE_LINKED_ROLE = {
  action: "iam:CreateServiceLinkedRole",
  because: "the first use in an account makes a service-linked role, and no request tells whether it is there",
  see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html",
} as const;
